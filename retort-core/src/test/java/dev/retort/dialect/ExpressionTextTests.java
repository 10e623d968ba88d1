package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'x'                            | 'x'::character varying(10)",
                "a > 0                          | (a > 0)",
                "'it''s'                        | ('it''s'::text)",
                "status = 'a'                   | ((status)::text = 'a'::text)",
                "\"a\" <> 1                     | (a != 1)",
                "'2020-01-01'                   | '2020-01-01'::timestamp without time zone",
                "'{}'                           | '{}'::text[]",
                "'new'                          | 'new'::my_schema.mood",
                "lower(name)                    | lower((name)::text)",
            })
    void expressionsThatDifferOnlyInHowTheyAreWrittenAreTheSame(String one, String other) {
        assertThat(ExpressionText.normalized(one)).isEqualTo(ExpressionText.normalized(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'x'      | 'X'",
                "\"A\"    | a",
                "a + b    | a - b",
                "a::date  | a",
                "f(a)     | fa",
                "(a+b)*c  | a+b*c",
                "'a b'    | 'a  b'",
            })
    void expressionsThatMeanSomethingElseAreNot(String one, String other) {
        assertThat(ExpressionText.same(one, other)).isFalse();
    }
}
