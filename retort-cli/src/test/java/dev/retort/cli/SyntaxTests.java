package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.runtime.InDoubt;

class SyntaxTests {

    private final Syntax syntax = new Syntax();
    private final Option verbose = syntax.flag("-v --verbose", "");
    private final Option indicate = syntax.flag("-i --indicate-current", "");
    private final Option range = syntax.value("-r --rev-range", "RANGE", "");
    private final Option labels = syntax.values("--branch-label", "LABEL", "");
    private final Option doubt = syntax.choice("--in-doubt", "WHAT", "", InDoubt.values());
    private final Parameter target = syntax.parameter("TARGET", "", 1, 2);

    @ParameterizedTest
    @ValueSource(strings = {"-r -3:", "-r-3:", "-r=-3:", "--rev-range -3:", "--rev-range=-3:", "-vr -3:", "-vr-3:"})
    void aValueMayBeSpelledInManyWaysAndBeginWithAHyphen(String line) throws Syntax.Mistake {
        take(line + " head");

        assertThat(range.value()).isEqualTo("-3:");
        assertThat(target.values()).containsExactly("head");
        assertThat(verbose.given()).isEqualTo(line.startsWith("-v"));
    }

    @Test
    void numbersBelowZeroNameRevisions() throws Syntax.Mistake {
        take("-1 -vi -2:");

        assertThat(target.values()).containsExactly("-1", "-2:");
        assertThat(verbose.given()).isTrue();
        assertThat(indicate.given()).isTrue();
    }

    @Test
    void behindTwoHyphensNothingIsAnOption() throws Syntax.Mistake {
        take("-v -- -i --rev-range");

        assertThat(target.values()).containsExactly("-i", "--rev-range");
        assertThat(indicate.given()).isFalse();
    }

    @Test
    void anOptionMayHaveSeveralValuesWhereThatMakesSense() throws Syntax.Mistake {
        take("--branch-label a head --branch-label=b=c");

        assertThat(labels.values()).containsExactly("a", "b=c");
    }

    @Test
    void oneOfAFewWordsIsTakenInUpperAndLowerCase() throws Syntax.Mistake {
        take("--in-doubt APPLIED x");

        assertThat(doubt.value()).isEqualTo("applied");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --verbos x          | There is no option '--verbos'                          | did you mean '--verbose'?
            -z x                | There is no option '-z'                                |
            -vz x               | There is no option '-z'                                |
            --verbose=yes x     | Option '--verbose' takes no value                      | write it without '='
            -r                  | Option '-r' needs a value                              | write '-r RANGE'
            -r --verbose x      | Option '-r' needs a value                              | write '-r RANGE'
            -r a --rev-range=b  | Option '--rev-range' is given twice: 'a' and 'b'       | leave one of them out
            --in-doubt=x y      | Option '--in-doubt' does not know 'x'                  | write one of ask, applied, repeat
            a b c               | 'c' is one word too many                               |
            -v                  | TARGET is missing                                      |
            """)
    void whatIsWrongIsNamed(String line, String message, String hint) {
        assertThatThrownBy(() -> take(line))
                .isInstanceOf(Syntax.Mistake.class)
                .hasMessage(message)
                .extracting(e -> ((Syntax.Mistake) e).hint())
                .isEqualTo(hint);
    }

    @Test
    void anOptionMayBeDemanded() {
        syntax.requiredValue("--onto", "REVISION", "");

        assertThatThrownBy(() -> take("x")).hasMessage("Option '--onto' is missing");
    }

    @Test
    void ofSharedOptionsThoseSpellingsHoldThatAreFree() {
        Syntax other = new Syntax();
        Option config = other.value("-v --config", "FILE", "");

        syntax.share(other);

        assertThat(syntax.spellings(config)).containsExactly("--config");
        assertThat(syntax.find("-v")).isSameAs(verbose);
        assertThat(syntax.find("--config")).isSameAs(config);
    }

    private void take(String line) throws Syntax.Mistake {
        syntax.take(List.of(line.split(" ")));
        syntax.complete();
    }
}
