package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

class PlanCommandTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void threeRevisions() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE one (id integer PRIMARY KEY);", "DROP TABLE one;");
        sqlRevision(folder, "bbbb", "aaaa", "INSERT INTO one VALUES (1); DELETE FROM one;", "");
        write(folder, "migrations/versions/cccc.sql", """
                -- revision: cccc
                -- down_revision: bbbb
                -- message: a comment

                -- upgrade
                """);
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void whatWouldRunIsShownAndNothingIsChanged(TestDatabase database) throws SQLException {
        CommandLineRun run = run(database, "plan", "head");

        assertThat(run.code()).as(run.toString()).isZero();
        // A file is made by what changes the database.
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("There is no database at '"));
        assertThat(run.out().lines().limit(8))
                .containsExactly(
                        "upgrade <base> -> aaaa, make aaaa",
                        "    1 statement",
                        "upgrade aaaa -> bbbb, make bbbb",
                        "    2 statements",
                        "    destroys: DELETE FROM one",
                        "    cannot be undone: its downgrade does nothing",
                        "upgrade bbbb -> cccc, a comment",
                        "    0 statements");
        assertThat(run.out())
                .contains("\n3 revisions, 3 statements")
                .contains("; 1 destroys data; 2 cannot be undone\n");
        try (Connection connection = database.connect();
                var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%lembic%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void theWayBackIsShownFromWhereTheDatabaseIs() {
        TestDatabase database = TestDatabases.h2();
        run(database, "upgrade", "bbbb");

        assertThat(run(database, "plan", "-1").out())
                .startsWith("downgrade bbbb -> aaaa, make bbbb\n    0 statements\n");
        assertThat(run(database, "plan", "base").out())
                .contains("downgrade aaaa -> <base>, make aaaa\n    1 statement\n    destroys: DROP TABLE one\n")
                .endsWith("2 revisions, 1 statement; this database commits every change of the schema at once; "
                        + "1 destroys data\n");
        assertThat(run(database, "plan", "bbbb").out()).isEqualTo("Nothing to do: the database is at bbbb\n");
        assertThat(run(database, "plan", "cccc").out()).startsWith("upgrade bbbb -> cccc");
        assertThat(run(database, "current").out()).isEqualTo("bbbb\n");
    }

    @Test
    void aStepThatCannotRunIsFoundBeforeAnythingRuns() {
        TestDatabase database = TestDatabases.sqlite();
        run(database, "upgrade", "head");

        CommandLineRun run = run(database, "plan", "base");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("downgrade cccc -> bbbb, a comment\n    0 statements\n    cannot run: Revision 'cccc'")
                .endsWith("; 1 destroys data; 1 cannot run\n");
    }

    @Test
    void aRevisionThatIsCommittedInPartsSaysWhere() {
        sqlRevision(
                folder,
                "dddd",
                "cccc",
                "CREATE TABLE two (id integer);\nCREATE INDEX CONCURRENTLY ix\n  ON two (id);\nDROP TABLE two;",
                "DROP TABLE two;");

        CommandLineRun run = run(TestDatabases.postgresql(), "plan", "head");

        assertThat(run.out()).contains("""
                upgrade cccc -> dddd, make dddd
                    3 statements, committed in 3 parts:
                        1 statement
                        alone: CREATE INDEX CONCURRENTLY ix ON two (id)
                        1 statement
                    destroys: DROP TABLE two
                4 revisions""");
    }

    @Test
    void anotherBranchThatIsTakenBackTooIsNamed() {
        write(folder, "migrations/versions/eeee.sql", """
                -- revision: eeee
                -- depends_on: bbbb

                -- upgrade
                -- downgrade
                """);
        TestDatabase database = TestDatabases.h2();
        run(database, "upgrade", "heads");

        CommandLineRun run = run(database, "plan", "aaaa");

        assertThat(run.out())
                .contains(
                        "Takes back eeee of another branch, which depends on it: run 'retort downgrade aaaa --cascade'\n");
        assertThat(run(database, "--json", "plan", "aaaa").document()).containsEntry("cascade", List.of("eeee"));
    }

    @Test
    void aPlanIsADocument() {
        Map<String, Object> document =
                run(TestDatabases.postgresql(), "plan", "+2", "--json").document();

        assertThat(document)
                .containsKeys("url", "steps", "commits")
                .containsEntry("rows", List.of())
                .containsEntry("target", "+2")
                .containsEntry("direction", "upgrade")
                .containsEntry("transactionalDdl", true)
                .containsEntry("cascade", List.of());
        assertThat(document.get("steps"))
                .asString()
                .contains("revision=bbbb", "statements=2", "exact=true", "destroys=[DELETE FROM one]")
                .contains("irreversible=its downgrade does nothing", "obstacle=null");
        assertThat(document.get("commits")).asString().contains("revisions=[aaaa]", "alone=null");
    }

    @Test
    void aTargetThatMeansNothingIsRefused() {
        CommandLineRun run = run(TestDatabases.h2(), "plan", "aaab");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("error: No revision or branch is named 'aaab'", "hint: did you mean 'aaaa'");
        assertThat(run(TestDatabases.h2(), "plan").code()).isEqualTo(2);
    }

    private CommandLineRun run(TestDatabase database, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "--url";
        all[1] = database.url();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.in(folder, all);
    }
}
