package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"-c a.toml", "-ca.toml", "--config a.toml", "--config=a.toml"})
    void theFileMayBeSpelledInFourWays(String words) {
        assertThat(words(words + " heads").options().config.value()).isEqualTo("a.toml");
    }

    @Test
    void wordsBehindTheCommandAreItsOwn() {
        CommandWords words = words("-n prod current -c -v");

        assertThat(words.command()).isEqualTo("current");
        assertThat(words.rest()).containsExactly("-c", "-v");
        assertThat(words.options().name.value()).isEqualTo("prod");
    }

    @Test
    void argumentsForEnvJavaMayBeRepeated() {
        assertThat(words("-x a=1 -xb=2 -x c upgrade head").options().arguments.values())
                .containsExactly("a=1", "b=2", "c");
    }

    @Test
    void helpAboutACommandIsItsOwnHelp() {
        assertThat(words("help upgrade").command()).isEqualTo("upgrade");
        assertThat(words("help upgrade").options().help.given()).isTrue();
        assertThat(words("help").options().help.given()).isTrue();
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> words("-c"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Option '-c' needs a value");
    }

    @Test
    void anOptionThatTookTheCommandForItsValueIsNamed() {
        assertThatThrownBy(() -> words("-x current"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Option '-x' took 'current' for its value, and no command is left")
                .extracting(e -> ((UsageException) e).hint())
                .isEqualTo("write the value between them: retort -x VALUE current");
        assertThatThrownBy(() -> words("-n prod --url ensure-version"))
                .hasMessage("Option '--url' took 'ensure-version' for its value, and no command is left");
        assertThatThrownBy(() -> words("-n prod")).hasMessage("There is no command behind 'prod'");
        assertThat(words("-q --version").options().version.given()).isTrue();
        assertThat(CommandWords.of().command()).isNull();
    }

    @Test
    void aLineWithoutACommandEndsWithAnErrorAndCodeTwo(@TempDir Path folder) {
        CommandLineRun run = CommandLineRun.in(folder, "-x", "current");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: Option '-x' took 'current'").contains("\nhint: write the value");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> words("--bogus=1 heads"))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no option '--bogus' before a command");
    }

    private static CommandWords words(String words) {
        return CommandWords.of(words.split(" "));
    }
}
