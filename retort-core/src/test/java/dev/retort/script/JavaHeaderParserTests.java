package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaHeaderParserTests {

    @Test
    void aPlainHeaderIsRead() throws Exception {
        FileHeader header = parse("""
                package com.example;

                import dev.retort.migration.*;

                /**
                 * add account
                 * table
                 *
                 * Revision ID: x
                 * Create Date: 2026-11-23 10:15:22
                 */
                @Revision(id = "b2", downRevision = {"a1", "a2",}, branchLabels = "shop", dependsOn = {})
                public class B2 implements Migration {}
                """);

        assertThat(header)
                .isEqualTo(new FileHeader(
                        "b2",
                        List.of("a1", "a2"),
                        List.of("shop"),
                        List.of(),
                        "add account table",
                        "2026-11-23 10:15:22",
                        12,
                        "com.example.B2"));
    }

    @Test
    void commentsStringsAndEscapesAreNotTakenForCode() throws Exception {
        FileHeader header = parse("""
                // @Revision(id = "no")
                /* @Revision(id = "no") */
                /** the message */
                @SuppressWarnings("@Revision(id = \\"no\\") class X {")
                @dev.retort.migration.
                    Revision /* here */ (
                    // there
                    id = "a\\u0062c",
                    downRevision = \"""
                        x1\\
                        \"""
                )
                public final class Real implements Migration {
                    String s = "}"; char c = '"'; char d = '\\'';
                    String t = \"""
                        @Revision(id = "no") } "
                        \""";
                }
                """);

        assertThat(header.id()).isEqualTo("abc");
        assertThat(header.downRevisions()).containsExactly("x1");
        assertThat(header.message()).isEqualTo("the message");
        assertThat(header.className()).isEqualTo("Real");
    }

    @Test
    void aHelperClassHasNoHeader() throws Exception {
        assertThat(JavaHeaderParser.parse(
                        "/** about a Revision */ class Names { String revision() { return \"x\"; } }"))
                .isEmpty();
        assertThat(JavaHeaderParser.parse("public abstract class Shared implements Migration {}"))
                .isEmpty();
        assertThat(JavaHeaderParser.parse("")).isEmpty();
    }

    @Test
    void aHelperClassMayStandBesideTheRevisionInItsFile() throws Exception {
        FileHeader header = parse("class Names { } @Revision(id = \"a\") public class A implements Migration { }");
        assertThat(header.className()).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "@Revision(id = \"a\" + \"b\") class A {} | 'id' in @Revision is put together with '+'",
                "@Revision(id = Ids.A) class A {} | 'id' in @Revision is not a string literal",
                "@Revision(id = \"a\", down = \"b\") class A {} | @Revision has no attribute 'down'",
                "@Revision(\"a\") class A {} | the id 'a' in @Revision is missing its name",
                "@Revision(id = \"a\", \"b\") class A {} | the value 'b' in @Revision is missing its name",
                "@Revision(downRevision = \"b\") class A {} | @Revision has no id",
                "@Revision class A {} | @Revision has no id",
                "@Revision(id = \"a\", id = \"b\") class A {} | 'id' stands twice in @Revision",
                "@Revision(id = \"a class A {} | a string or character is not closed",
                "/* @Revision | a comment is not closed",
                "@Revision(id=\"a\") class A {} @Revision(id=\"b\") class B {} | the file holds a second revision, 'b', beside 'a'",
                "public class A implements Migration {} | class 'A' implements Migration but has no @Revision",
            })
    void aBadHeaderIsRefused(String source, String message) {
        assertThatThrownBy(() -> JavaHeaderParser.parse("\n" + source))
                .isInstanceOfSatisfying(
                        HeaderProblemException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessage(message);
    }

    @Test
    void anIdWithoutItsNameIsShownWithIt() {
        assertThatThrownBy(() -> JavaHeaderParser.parse("@Revision(\"a\") class A {}"))
                .isInstanceOfSatisfying(
                        HeaderProblemException.class,
                        e -> assertThat(e.hint()).isEqualTo("write @Revision(id = \"a\", ...)"));
    }

    @Test
    void aMessageSurvivesBeingWrittenAndRead() {
        for (String message : List.of(
                "plain",
                "*/ class X { /*",
                "\\u002a/ and \\\\u0041",
                "<b>&amp; {@code x} @param",
                "@since \"quotes\" 'and' `more`",
                "emoji \uD83D\uDE80 and umlauts äöü",
                "* star first",
                "/ slash first")) {
            String comment = "*\n * " + JavadocText.escape(message) + "\n *\n * Revision ID: x\n ";
            assertThat(comment).doesNotContain("*/");
            assertThat(JavadocText.message(comment)).isEqualTo(message);
        }
    }

    private static FileHeader parse(String source) throws HeaderProblemException {
        return JavaHeaderParser.parse(source).orElseThrow();
    }
}
