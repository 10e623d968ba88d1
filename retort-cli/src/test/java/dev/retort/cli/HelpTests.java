package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/help");

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void everyCommandHasHelp(CommandName name) throws IOException {
        CommandLineRun run = CommandLineRun.done(Path.of(""), name.word(), "--help");

        assertGolden(name.word(), run.out());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theProgramHasHelp() throws IOException {
        assertGolden("retort", CommandLineRun.done(Path.of(""), "--help").out());
    }

    @Test
    void helpIsAskedForInThreeWays() {
        String help = CommandLineRun.done(Path.of(""), "merge", "--help").out();

        assertThat(CommandLineRun.done(Path.of(""), "help", "merge").out()).isEqualTo(help);
        assertThat(CommandLineRun.done(Path.of(""), "-h", "merge").out()).isEqualTo(help);
        assertThat(CommandLineRun.done(Path.of(""), "merge", "heads", "-m", "x", "-h")
                        .out())
                .isEqualTo(help);
    }

    @Test
    void noGoldenFileIsWithoutACommand() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files).hasSize(CommandName.values().length + 1);
        }
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name + ".txt");
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(file).content().isEqualTo(text);
    }
}
