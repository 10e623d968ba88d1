package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What merge says of tables that both branches change: {@code aaaa <- bbbb} and {@code aaaa <- cccc}. */
class MergeCommandTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void aFirstRevision() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE account (id integer);\nCREATE TABLE post (id integer);", "");
        sqlRevision(folder, "bbbb", "aaaa", "ALTER TABLE account ADD COLUMN one integer;", "");
    }

    @Test
    void aTableThatBothChangeIsWarnedOf() {
        sqlRevision(
                folder,
                "cccc",
                "aaaa",
                "CREATE INDEX ix ON \"ACCOUNT\" (id);\nALTER TABLE post ADD COLUMN two integer;",
                "");

        CommandLineRun run = done(folder, "-q", "merge", "heads", "-m", "join");

        assertThat(run.out()).startsWith("Generating ");
        assertThat(run.err())
                .isEqualTo("warning: several branches change table 'ACCOUNT': "
                        + "cccc (CREATE INDEX ix ON \"ACCOUNT\" (id)), bbbb (ALTER TABLE account ADD COLUMN one integer); "
                        + "read them side by side\n");
    }

    @Test
    void whatOnlyOneBranchChangesIsNot() {
        sqlRevision(folder, "cccc", "aaaa", "ALTER TABLE post ADD COLUMN two integer;", "");
        sqlRevision(folder, "dddd", "bbbb", "ALTER TABLE account ADD COLUMN three integer;", "");

        assertThat(done(folder, "merge", "heads").err()).isEmpty();
    }

    @Test
    void javaRevisionsAreNotedDownAndThoseBothShareAreNotEvenCompiled() {
        write(folder, "migrations/versions/Broken.java", """
                import dev.retort.migration.*;
                @Revision(id = "zzzz")
                public class Broken implements Migration { this does not compile }
                """);
        sqlRevision(folder, "aaaa", "zzzz", "", "");
        write(folder, "migrations/versions/Third.java", """
                import static dev.retort.migration.Definitions.*;
                import static dev.retort.migration.Types.*;
                import dev.retort.migration.*;
                @Revision(id = "cccc", downRevision = "aaaa")
                public class Third implements Migration {
                    @Override public void upgrade(Operations op) {
                        op.addColumn("account", column("two", integer()));
                        op.run("fill account", connection -> {});
                    }
                }
                """);

        Map<String, Object> document =
                done(folder, "merge", "bbbb", "cccc", "--json").document();

        assertThat(document).containsEntry("downRevisions", List.of("bbbb", "cccc"));
        assertThat(document.get("sharedTables"))
                .asString()
                .contains("table=account", "revision=bbbb", "revision=cccc", "[add column account.two]");
        assertThat(document.get("unknown")).asString().contains("revision=cccc", "[fill account]");
    }

    @Test
    void whatCannotBeToldIsSaid() {
        sqlRevision(folder, "cccc", "aaaa", "CALL tidy_up();", "");

        assertThat(done(folder, "--url", "jdbc:postgresql://nowhere/none", "merge", "heads")
                        .err())
                .isEqualTo("Which tables these change cannot be told: cccc (CALL tidy_up())\n");
    }

    @Test
    void aRevisionThatDoesNotCompileIsNoReasonNotToMerge() {
        write(folder, "migrations/versions/Broken.java", """
                import dev.retort.migration.*;
                @Revision(id = "cccc", downRevision = "aaaa")
                public class Broken implements Migration { this does not compile }
                """);

        CommandLineRun run = done(folder, "merge", "heads");

        assertThat(run.out()).startsWith("Generating ");
        assertThat(run.err()).startsWith("Which tables these change cannot be told: cccc (Cannot load the revisions");
    }

    @Test
    void ofThreeBranchesTwoAreEnough() {
        sqlRevision(folder, "cccc", "aaaa", "UPDATE post SET id = 1;", "");
        sqlRevision(folder, "dddd", "aaaa", "DELETE FROM post;", "");

        assertThat(done(folder, "merge", "heads").err())
                .contains("change table 'post': dddd (DELETE FROM post), cccc (UPDATE post SET id = 1)")
                .doesNotContain("account");
    }
}
