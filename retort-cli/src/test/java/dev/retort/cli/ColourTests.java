package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourTests {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    private Path folder;

    @BeforeEach
    void aMergedHistory() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "", "");
        sqlRevision(folder, "bbbb", "aaaa", "", "");
        sqlRevision(folder, "cccc", "aaaa", "", "");
        sqlRevision(folder, "dddd", "bbbb, cccc", "", "");
    }

    @Test
    void theHistoryIsDrawn() {
        CommandLineRun.write(folder, "migrations/versions/eeee.sql", """
                -- revision: eeee
                -- depends_on: bbbb
                -- branch_labels: other
                -- message: apart

                -- upgrade
                """);

        assertThat(done(folder, "history", "--graph").out()).isEqualTo("""
                *   dddd (head), make dddd
                |\\
                | | * eeee (other) (head) (depends on bbbb), apart
                * | bbbb, make bbbb
                | * cccc, make cccc
                |/
                * aaaa, make aaaa
                """);
        assertThat(done(folder, "history", "--graph", "-v").out())
                .startsWith("*   Rev: dddd (head) (mergepoint)\n|\\  Merges: bbbb, cccc\n| | Path: ");
    }

    @Test
    void inProcessOutputIsPlainUnlessColoursAreAskedFor() {
        assertThat(done(folder, "heads").out()).isEqualTo("dddd (head)\n");
        assertThat(done(folder, "--color=always", "heads").out())
                .isEqualTo(ESCAPE + "33mdddd" + ESCAPE + "0m " + ESCAPE + "1;36m(head)" + ESCAPE + "0m\n");
        assertThat(done(folder, "heads", "--color", "never").out()).isEqualTo("dddd (head)\n");
        assertThat(done(folder, "history", "--graph", "--color=always").out())
                .contains(ESCAPE + "31m|" + ESCAPE + "0m" + ESCAPE + "32m\\" + ESCAPE + "0m");
    }

    @Test
    void errorsAreColouredToo() {
        CommandLineRun run = CommandLineRun.in(folder, "show", "zzzz", "--color=always");

        assertThat(run.err())
                .startsWith(ESCAPE + "1;31merror:" + ESCAPE + "0m No revision")
                .contains("mhint:");
        assertThat(CommandLineRun.in(folder, "show", "zzzz", "--color=always", "--json")
                        .out())
                .doesNotContain(ESCAPE);
    }

    @Test
    void anUnknownChoiceIsWrongUsage() {
        CommandLineRun run = CommandLineRun.in(folder, "heads", "--color=sometimes");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--color", "sometimes");
    }

    @Test
    void aTerminalHasColoursUnlessThePersonWantsNone() {
        assertThat(new Terminals(true, false, false).out(ColorChoice.AUTO)).isTrue();
        assertThat(new Terminals(true, false, false).err(ColorChoice.AUTO)).isFalse();
        assertThat(new Terminals(true, true, true).out(ColorChoice.AUTO)).isFalse();
        assertThat(new Terminals(false, false, true).out(ColorChoice.ALWAYS)).isTrue();
        assertThat(new Terminals(true, true, false).err(ColorChoice.NEVER)).isFalse();
    }
}
