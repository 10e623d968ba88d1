package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Two branches met: {@code aaaa <- bbbb} and {@code aaaa <- cccc <- dddd}. */
class RebaseCommandTests {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabases.h2();

    @BeforeEach
    void twoBranches() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE one (id integer);", "DROP TABLE one;");
        sqlRevision(folder, "bbbb", "aaaa", "CREATE TABLE two (id integer);", "DROP TABLE two;");
        sqlRevision(folder, "cccc", "aaaa", "CREATE TABLE three (id integer);", "DROP TABLE three;");
        sqlRevision(folder, "dddd", "cccc", "INSERT INTO three VALUES (1);", "DELETE FROM three;");
    }

    @Test
    void aBranchIsPutUponTheOtherAndRuns() throws IOException {
        run("upgrade", "bbbb");
        Path file = folder.resolve("migrations/versions/cccc.sql");
        String before = Files.readString(file);

        CommandLineRun run = run("rebase", "dddd", "--onto", "bbbb");

        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.out())
                .isEqualTo("Rewriting " + file.toRealPath() + " ...  done\nbbbb -> cccc (was aaaa -> cccc)\n");
        assertThat(run.err()).isEqualTo("Moved with it: dddd\n");
        assertThat(file).content().isEqualTo(before.replace("down_revision: aaaa", "down_revision: bbbb"));
        assertThat(done(folder, "heads").out()).isEqualTo("dddd (head)\n");
        assertThat(run("upgrade", "head").code()).isZero();
        assertThat(run("current").out()).isEqualTo("dddd (head)\n");
    }

    @Test
    void theChangeIsADocument() {
        assertThat(done(folder, "rebase", "dddd", "--onto", "bbbb", "--unapplied", "--json")
                        .document())
                .containsEntry("changed", true)
                .containsEntry("revision", "cccc")
                .containsEntry("downRevisionsBefore", List.of("aaaa"))
                .containsEntry("downRevisions", List.of("bbbb"))
                .containsEntry("moved", List.of("dddd"))
                .extractingByKey("path")
                .asString()
                .endsWith("cccc.sql");
        assertThat(done(folder, "rebase", "dddd", "--onto", "bbbb", "--unapplied", "--json")
                        .document())
                .containsEntry("changed", false)
                .containsEntry("moved", List.of("dddd"));
        assertThat(done(folder, "rebase", "dddd", "--onto", "bbbb", "--unapplied")
                        .err())
                .isEqualTo("Nothing to do: 'cccc' already follows 'bbbb'\n");
    }

    @Test
    void whatIsAppliedIsLeftAlone() throws IOException {
        run("upgrade", "cccc");
        String before = Files.readString(folder.resolve("migrations/versions/cccc.sql"));

        CommandLineRun run = run("rebase", "dddd", "--onto", "bbbb");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("error: Revision 'cccc' is applied", "hint: take it back");
        assertThat(folder.resolve("migrations/versions/cccc.sql")).content().isEqualTo(before);
    }

    @Test
    void aDatabaseThatCannotBeAskedStopsIt() {
        CommandLineRun nobody = CommandLineRun.in(
                folder, "--url", "jdbc:postgresql://localhost:1/none?user=ada", "rebase", "dddd", "--onto", "bbbb");

        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err())
                .contains(
                        "error: Whether revision 'cccc' is applied cannot be told. ",
                        "hint: make the database reachable")
                .contains("--unapplied");
        assertThat(CommandLineRun.in(folder, "rebase", "dddd", "--onto", "bbbb").err())
                .contains("No database is set");
        assertThat(done(folder, "heads").out()).isEqualTo("bbbb (head)\ndddd (head)\n");
    }

    @Test
    void aJavaRevisionIsRewrittenToo() throws IOException {
        String java = """
                import dev.retort.migration.*;

                /**
                 * more
                 *
                 * Revision ID: eeee
                 * Revises: aaaa
                 */
                @Revision(id = "eeee", downRevision = "aaaa")
                public class Reveeee implements Migration {
                    @Override public void upgrade(Operations op) {}
                }
                """;
        CommandLineRun.write(folder, "migrations/versions/Reveeee.java", java);

        done(folder, "rebase", "eeee", "--onto", "dddd", "--unapplied");

        assertThat(folder.resolve("migrations/versions/Reveeee.java"))
                .content()
                .isEqualTo(java.replace("aaaa", "dddd"));
    }

    @Test
    void ontoIsRequired() {
        CommandLineRun run = CommandLineRun.in(folder, "rebase", "dddd");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--onto");
    }

    private CommandLineRun run(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "--url";
        all[1] = database.url();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.in(folder, all);
    }
}
