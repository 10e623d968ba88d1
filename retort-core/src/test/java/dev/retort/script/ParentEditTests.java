package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.RetortException;

class ParentEditTests {

    private static final String JAVA = """
            import dev.retort.migration.*;

            /**
             * Revises: nothing, and mentions aaaa1.
             *
             * Revision ID: bbbb1
             * Revises: aaaa1
             * Create Date: 2026-11-23 10:15:22
             */
            @Revision(id = "bbbb1", downRevision = "aaaa1", branchLabels = "aaaa1x")
            public class Revbbbb1 implements Migration {
                /** Revises: aaaa1 */
                String text = "downRevision = \\"aaaa1\\"";
                public void upgrade(Operations op) {}
            }
            """;

    @TempDir
    private Path root;

    @Test
    void theAnnotationAndItsCommentNameTheNewParent() throws HeaderProblemException {
        String plain = JAVA.replace("Revises: nothing, and mentions aaaa1.", "add bbbb");

        assertThat(ParentEdit.java(plain, List.of("aaaa1"), "cccc1"))
                .isEqualTo(plain.replace("Revises: aaaa1\n * Create", "Revises: cccc1\n * Create")
                        .replace("downRevision = \"aaaa1\",", "downRevision = \"cccc1\","));
    }

    @Test
    void linesEndAsTheyDid() throws HeaderProblemException {
        String windows =
                JAVA.replace(" * Revises: nothing, and mentions aaaa1.\n", "").replace("\n", "\r\n");

        String edited = ParentEdit.java(windows, List.of("aaaa1"), "cccc1");

        assertThat(edited).contains("Revises: cccc1\r\n * Create").hasSameSizeAs(windows);
        assertThat(edited.replace("cccc1", "aaaa1")).isEqualTo(windows);
    }

    @Test
    void severalParentsBecomeOne() throws HeaderProblemException {
        String merge = """
                /** join. Revision ID: m Revises: a, b Create Date: today */
                @Revision(id = "m", downRevision = { "a", // left
                    "b" })
                public class M implements Migration {}
                """;

        assertThat(ParentEdit.java(merge, List.of("a", "b"), "c")).isEqualTo("""
                /** join. Revision ID: m Revises: c Create Date: today */
                @Revision(id = "m", downRevision = "c")
                public class M implements Migration {}
                """);
    }

    @Test
    void aBaseGetsItsFirstParent() throws HeaderProblemException {
        String base = """
                /**
                 * first
                 *
                 * Revises:
                 * Create Date: today
                 */
                @dev.retort.migration.Revision(branchLabels = {"x"}, id = "a")
                public class A implements Migration {}
                """;

        assertThat(ParentEdit.java(base, List.of(), "c"))
                .isEqualTo(base.replace("Revises:", "Revises: c").replace("\"a\"", "\"a\", downRevision = \"c\""));
    }

    @Test
    void aHelperClassAndUnicodeEscapesAheadDoNotMatter() throws HeaderProblemException {
        String source = """
                /** \\u0041bc {@code Revises: a} */
                class Helper { String s = "\\u0022 + \\u0022"; }
                @Revision(id = "b", downRevision = "\\u0061")
                public class B implements Migration {}
                """;

        assertThat(ParentEdit.java(source, List.of("a"), "c")).isEqualTo(source.replace("\"\\u0061\"", "\"c\""));
    }

    @Test
    void theHeadOfASqlFileNamesTheNewParent() {
        String sql =
                "-- revision: b\r\n--down_revision:a , x  \r\n-- message: a\r\n\r\n-- upgrade\r\n-- down_revision: a\r\n";

        assertThat(ParentEdit.sql(sql, "c")).isEqualTo(sql.replace(":a , x", ": c"));
        assertThat(ParentEdit.sql("-- revision: b\n-- down_revision:\n-- upgrade\n", "c"))
                .isEqualTo("-- revision: b\n-- down_revision: c\n-- upgrade\n");
        assertThat(ParentEdit.sql("-- revision: b\n-- down_revision: \n-- upgrade\n", "c"))
                .isEqualTo("-- revision: b\n-- down_revision: c\n-- upgrade\n");
        assertThat(ParentEdit.sql("-- Copyright\n-- revision: b\n-- message: x\n-- upgrade\n", "c"))
                .isEqualTo("-- Copyright\n-- revision: b\n-- down_revision: c\n-- message: x\n-- upgrade\n");
    }

    @Test
    void theFileKeepsItsBytesItsPermissionsAndItsLink() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root).toml("output_encoding = \"iso-8859-1\"\n");
        Path file = folder.file("b.sql", "");
        byte[] before =
                "-- revision: b\n-- down_revision: a\n-- message: gr\u00fc\u00df\n\n-- upgrade\nSELECT '\u00e9';"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, before);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(file.resolveSibling("link.sql"), file.resolveSibling("real"));
        Files.move(file, file.resolveSibling("real"));
        folder.file("a.sql", "-- revision: a\n-- upgrade\n");
        folder.file("c.sql", "-- revision: c\n-- down_revision: a\n-- upgrade\n");
        ScriptDirectory scripts = folder.open();

        assertThat(scripts.reparent("b", "c")).isEqualTo(link);

        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllBytes(link))
                .isEqualTo(new String(before, StandardCharsets.ISO_8859_1)
                        .replace("down_revision: a", "down_revision: c")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(link)))
                .isEqualTo("rw-r-----");
        assertThat(scripts.graph().detail("b").header().downRevisions()).containsExactly("c");
    }

    @Test
    void aFileThatCannotBeWrittenStaysAsItIs() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root);
        folder.file("a.sql", "-- revision: a\n-- upgrade\n");
        Path file = folder.file("b.sql", "-- revision: b\n-- upgrade\n");
        ScriptDirectory scripts = folder.open();
        scripts.graph();
        Files.delete(file);

        assertThatThrownBy(() -> scripts.reparent("b", "a"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("b.sql");
        assertThat(file).doesNotExist();
    }
}
