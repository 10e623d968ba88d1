package dev.retort.dialect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be part of a script that looks at the version table itself. */
class RepeatableScriptTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SET TRANSACTION ISOLATION LEVEL SERIALIZABLE                                  | false
            /* first */ set local transaction_isolation = 'serializable'                  | false
            SET SESSION transaction_read_only = on                                        | false
            DISCARD TEMP                                                                  | false
            discard all                                                                   | false
            DISCARD PLANS                                                                 | true
            SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE       | true
            SET lock_timeout = '1s'                                                       | true
            INSERT INTO discard VALUES ('DISCARD ALL')                                    | true
            """)
    void aBlockOfPostgresTakesWhatNeedsNoBeginningAndLeavesItsTablesAlone(String sql, boolean taken) {
        assertThat(requireNonNull(Dialects.offline("postgresql").repeatable()).takes(SqlStatement.of(sql)))
                .isEqualTo(taken);
    }
}
