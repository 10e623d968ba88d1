package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlHeaderParserTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- down-revision: aaaa2222 | down_revision",
                "-- down_revision = aaaa2222 | down_revision",
                "-- down_revision=aaaa2222 | down_revision",
                "-- down_revision aaaa2222 | down_revision",
                "-- down_revision | down_revision",
                "-- Down_Revision: aaaa2222 | down_revision",
                "-- DownRevision aaaa2222 | down_revision",
                "-- down revision: aaaa2222 | down_revision",
                "-- down_revison aaaa2222 | down_revision",
                "--- down_revision: aaaa2222 | down_revision",
                "--\u00a0down-revision\u00a0: aaaa2222 | down_revision",
                "-- down_revision： aaaa2222 | down_revision",
                "-- downrevision: aaaa2222 | down_revision",
                "-- branch-labels shop | branch_labels",
                "-- branch_label shop | branch_labels",
                "-- depends-on the other one | depends_on",
                "-- dependsOn = x | depends_on",
                "-- depend_on: x | depends_on",
                "-- message = why | message",
                "-- revision = b | revision",
                "-- Created: today | created",
            })
    void aLineThatIsNearlyOneOfTheHeaderIsRefused(String line, String meant) {
        assertThatThrownBy(() -> SqlHeaderParser.parse("-- revision: b\n" + line + "\n-- upgrade\nSELECT 1;\n"))
                .isInstanceOfSatisfying(HeaderProblemException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.hint()).isEqualTo("write '-- " + meant + ":'");
                })
                .hasMessageMatching("'--.*' is not a line of the header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- created by Bob",
                "-- Created by: Bob",
                "-- created-by: Bob",
                "-- revision of the accounts",
                "-- Revision - of the accounts",
                "-- revision notes: none",
                "-- depends on the weather",
                "-- branch labels are for branches",
                "-- down the revision: a line",
                "-- message to all",
                "-- Copyright: us",
                "-- version = 3",
                "-- -----------------------------",
                "------------------------------",
                "-- _______",
                "--"
            })
    void aCommentInTheHeaderSaysWhatItLikes(String line) throws HeaderProblemException {
        assertThat(SqlHeaderParser.parse("-- revision: b\n" + line + "\n-- down_revision: a\n-- upgrade\nSELECT 1;\n"))
                .hasValueSatisfying(header -> assertThat(header.downRevisions()).containsExactly("a"));
    }

    @Test
    void aLineIsReadWhateverStandsInItsValue() throws HeaderProblemException {
        assertThat(SqlHeaderParser.parse("-- revision: b\r\n-- down_revision: a\u2028\r\n-- upgrade\r\n"))
                .hasValueSatisfying(header -> assertThat(header.downRevisions()).containsExactly("a"));
    }

    @Test
    void behindTheFirstSectionNothingIsALineOfTheHeader() throws HeaderProblemException {
        assertThat(SqlHeaderParser.parse("-- revision: b\n-- upgrade\n-- down-revision: a\n-- downgrade\n"))
                .hasValueSatisfying(header -> assertThat(header.downRevisions()).isEmpty());
    }
}
