package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** The commands that work on a database, on real ones. */
class DatabaseCommandsTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void threeRevisions() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE one (id integer PRIMARY KEY);", "DROP TABLE one;");
        sqlRevision(folder, "bbbb", "aaaa", "CREATE TABLE two (id integer PRIMARY KEY);", "DROP TABLE two;");
        sqlRevision(folder, "cccc", "bbbb", "INSERT INTO two (id) VALUES (42);", "DELETE FROM two;");
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void upAndDownAndUpAgain(TestDatabase database) throws SQLException {
        CommandLineRun up = run(database, "upgrade", "head");

        assertThat(up.code()).as(up.toString()).isZero();
        assertThat(up.out()).isEmpty();
        assertThat(up.err().lines().map(line -> line.replaceFirst("\\d+\\.\\d\\d s", "N s")))
                .containsExactly(
                        "Running upgrade  -> aaaa, make aaaa (N s)",
                        "Running upgrade aaaa -> bbbb, make bbbb (N s)",
                        "Running upgrade bbbb -> cccc, make cccc (N s)");
        assertThat(rows(database, "SELECT id FROM two")).containsExactly("42");
        assertThat(run(database, "current").out()).isEqualTo("cccc (head)\n");
        assertThat(run(database, "current", "--check-heads").code()).isZero();

        assertThat(run(database, "downgrade", "-2").err()).contains("Running downgrade bbbb -> aaaa, make bbbb (");
        assertThat(run(database, "current").out()).isEqualTo("aaaa\n");
        assertThat(run(database, "current", "-c").code()).isEqualTo(3);

        assertThat(run(database, "-q", "upgrade", "head").err()).isEmpty();
        assertThat(rows(database, "SELECT version_num FROM alembic_version")).containsExactly("cccc");
        assertThat(run(database, "downgrade", "base").code()).isZero();
        assertThat(run(database, "current").out()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void anUpgradeIsADocument(TestDatabase database) {
        CommandLineRun run = run(database, "--json", "upgrade", "+2");

        assertThat(run.document().get("rows")).isEqualTo(List.of("bbbb"));
        assertThat(run.document().get("applied")).asString().contains("direction=upgrade", "revision=aaaa");
        assertThat(run(database, "current", "--json").document())
                .containsEntry("rows", List.of("bbbb"))
                .containsEntry("atHead", false);
    }

    @Test
    void whatTheDatabaseIsAtIsMarkedInTheHistory() {
        TestDatabase database = TestDatabases.h2();
        run(database, "upgrade", "bbbb");

        assertThat(run(database, "history", "-i").out()).contains("aaaa -> bbbb (current), make bbbb\n");
        assertThat(run(database, "history", "-r", "current:").out())
                .isEqualTo("bbbb -> cccc (head), make cccc\naaaa -> bbbb, make bbbb\n");
        assertThat(run(database, "show", "current").out()).startsWith("Rev: bbbb\n");
    }

    @Test
    void stampChangesTheVersionTableAlone() throws SQLException {
        TestDatabase database = TestDatabases.sqlite();

        assertThat(run(database, "stamp", "bbbb").err()).contains("Running stamp_revision  -> bbbb");
        assertThat(run(database, "current").out()).isEqualTo("bbbb\n");
        assertThat(run(database, "stamp", "--purge", "heads").code()).isZero();
        assertThat(run(database, "current").out()).isEqualTo("cccc (head)\n");
        assertThat(rows(database, "SELECT name FROM sqlite_master WHERE name IN ('one', 'two')"))
                .isEmpty();
        assertThat(run(database, "stamp", "--sql", "--purge", "heads").code()).isEqualTo(2);
    }

    @Test
    void missingClassesOfTheApplicationAreToldOnceAndOnlyWhereSomethingIsCompiled() {
        TestDatabase database = TestDatabases.h2();
        write(folder, "retort.toml", "script_location = \"migrations\"\nclass_path = \"maven\"\n");
        String note = "Revisions are compiled without the application's classes: ";
        assertThat(run(database, "upgrade", "head").err()).doesNotContain(note);
        write(folder, "migrations/versions/Code.java", """
                import dev.retort.migration.*;

                @Revision(id = "dddd", downRevision = "cccc")
                public class Code implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("SELECT %d");
                    }
                }
                """.formatted(System.nanoTime()));

        assertThat(run(database, "plan", "head").err()).startsWith(note).containsOnlyOnce(note);
        assertThat(run(database, "upgrade", "head").err()).doesNotContain(note);
        assertThat(run(database, "upgrade", "head").err()).startsWith("Nothing to do: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:data/shop",
                "jdbc:sqlite:data/shop?foreign_keys=on",
                "jdbc:h2:./data/shop",
                "jdbc:h2:file:./data/shop;MODE=MySQL;DATABASE_TO_UPPER=FALSE;AUTO_SERVER=TRUE",
            })
    void whatOnlyReadsMakesNoDatabaseWhereThereIsNone(String url) {
        write(folder, "data/readme", "");
        String note = "There is no database at '" + url.substring(0, url.indexOf(':', 5));

        CommandLineRun current = done(folder, "--url", url, "current");
        CommandLineRun plan = done(folder, "--url", url, "plan", "head");

        assertThat(current.out()).isEmpty();
        assertThat(current.err()).startsWith(note).contains("data/shop");
        assertThat(plan.out()).contains("upgrade <base> -> aaaa, make aaaa", "3 revisions, 3 statements");
        assertThat(plan.err()).containsOnlyOnce(note);
        assertThat(done(folder, "--url", url, "history", "-i").out()).doesNotContain("(current)");
        assertThat(CommandLineRun.in(folder, "--url", url, "check").err())
                .contains("Target database is not up to date: it is at base");
        assertThat(folder.resolve("data").toFile().list()).containsExactly("readme");
        done(folder, "--url", url, "upgrade", "head");
        assertThat(done(folder, "--url", url, "current")).isEqualTo(new CommandLineRun(0, "cccc (head)\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:./data/shop;IFEXISTS=TRUE", "jdbc:sqlite:data/shop", "jdbc:sqlite:none?open_mode=1"})
    void aDatabaseThatCannotBeMadeIsNotTakenForAnEmptyOne(String url) {
        CommandLineRun run = CommandLineRun.in(folder, "--url", url, "current");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("error: Cannot connect to '");
    }

    @Test
    void whatIsKnownOfAKilledRunIsNothingForAScript() {
        for (String[] words : new String[][] {{"upgrade", "head"}, {"downgrade", "bbbb:base"}}) {
            CommandLineRun run = run(TestDatabases.h2(), words[0], words[1], "--sql", "--in-doubt", "applied");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--in-doubt cannot be used with --sql");
        }
    }

    @Test
    void nothingToDoIsSaid() {
        TestDatabase database = TestDatabases.h2();
        run(database, "upgrade", "head");

        assertThat(run(database, "upgrade", "head").err()).isEqualTo("Nothing to do: the database is at cccc\n");
    }

    @ParameterizedTest
    @CsvSource({
        "upgrade bbbb:aaaa --sql,  bbbb",
        "upgrade base --sql,       base",
        "downgrade aaaa:aaaa --sql, aaaa",
        "stamp cccc:cccc --sql,    cccc",
        "upgrade bbbb:aaaa --sql --idempotent, bbbb"
    })
    void nothingToPrintIsSaidToo(String command, String start) {
        List<String> arguments = new ArrayList<>(List.of("--url", "jdbc:postgresql://nowhere/none"));
        arguments.addAll(List.of(command.split(" ")));

        CommandLineRun run = done(folder, arguments.toArray(String[]::new));

        assertThat(run.out()).doesNotContain("-- Running");
        assertThat(run.err()).isEqualTo("Nothing to do: the script begins at %s\n".formatted(start));
    }

    @Test
    void aScriptThatLeadsNowhereDownIsRefusedWithoutSendingAnybodyToADatabase() {
        for (String range : List.of("aaaa:bbbb", "base:bbbb", "base:bbbb@-1")) {
            CommandLineRun run = run(TestDatabases.h2(), "downgrade", range, "--sql");

            assertThat(run.code()).as(range).isEqualTo(1);
            assertThat(run.err()).contains("'bbbb").doesNotContain("retort current");
        }
    }

    @Test
    void headsThatAreMissingAreToldInGoodGrammar() {
        assertThat(run(TestDatabases.h2(), "check").err()).contains("it is at base, and cccc is not applied");
        sqlRevision(folder, "dddd", "bbbb", "CREATE TABLE four (id integer);", "");

        assertThat(run(TestDatabases.h2(), "check").err()).contains("and cccc, dddd are not applied");
    }

    @Test
    void theVersionTableIsMadeOnce() {
        TestDatabase database = TestDatabases.h2();

        assertThat(run(database, "ensure_version", "--json").document()).containsEntry("created", true);
        assertThat(run(database, "ensure_version", "--json").document()).containsEntry("created", false);
        assertThat(run(database, "ensure_version", "--sql").out()).contains("CREATE TABLE alembic_version");
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aPrintedScriptNeedsNoDatabase(TestDatabase database) {
        CommandLineRun up = run(database, "upgrade", "--sql", "head");

        assertThat(up.code()).as(up.toString()).isZero();
        assertThat(up.out())
                .contains("CREATE TABLE alembic_version", "CREATE TABLE one", "INSERT INTO two (id) VALUES (42)")
                .contains("version_num='cccc'");
        assertThat(run(database, "current").out()).isEmpty();
        assertThat(run(database, "downgrade", "--sql", "cccc:aaaa").out())
                .contains("DROP TABLE two")
                .doesNotContain("DROP TABLE one");
        assertThat(run(database, "stamp", "--sql", "bbbb").out()).contains("'bbbb'");
        assertThat(run(database, "downgrade", "--sql", "aaaa").code()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aFailureTellsWhereAndGoesOnWhenItIsMended(TestDatabase database) throws SQLException {
        sqlRevision(folder, "dddd", "cccc", "CREATE TABLE three (id integer);\nINSERT INTO nowhere VALUES (1);", "");

        CommandLineRun run = run(database, "upgrade", "head");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("error: ", "dddd", "migrations/versions/dddd.sql:7", "INSERT INTO nowhere", "hint: ")
                .doesNotContain("\tat ");
        assertThat(run(database, "current").out()).isEqualTo("cccc\n");

        sqlRevision(folder, "dddd", "cccc", "CREATE TABLE three (id integer);\nINSERT INTO two VALUES (1);", "");
        CommandLineRun again = run(database, "upgrade", "head");
        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(rows(database, "SELECT id FROM two ORDER BY id")).containsExactly("1", "42");
    }

    @Test
    void aMigrationThatThrowsIsTold() {
        write(folder, "migrations/versions/Thrower.java", """
                import dev.retort.migration.Migration;
                import dev.retort.migration.Operations;
                import dev.retort.migration.Revision;

                /** throws */
                @Revision(id = "dddd", downRevision = "cccc")
                public class Thrower implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        throw new IllegalStateException("no such luck");
                    }
                }
                """);

        CommandLineRun run = run(TestDatabases.h2(), "upgrade", "head");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("error: ", "dddd", "no such luck", "hint: ")
                .doesNotContain("\tat ");
    }

    @Test
    void aRevisionThatDoesNotCompileIsTold() {
        write(folder, "migrations/versions/Broken.java", """
                import dev.retort.migration.Migration;
                import dev.retort.migration.Operations;
                import dev.retort.migration.Revision;

                /** broken */
                @Revision(id = "dddd", downRevision = "cccc")
                public class Broken implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTabel("x");
                    }
                }
                """);

        CommandLineRun run = run(TestDatabases.h2(), "upgrade", "head");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Broken.java:10", "createTabel", "hint: ");
    }

    @Test
    void anUnreachableDatabaseIsTold() {
        CommandLineRun run = CommandLineRun.in(
                folder, "--url", "jdbc:postgresql://127.0.0.1:1/d?user=u&password=hunter2", "upgrade", "head");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("jdbc:postgresql://127.0.0.1:1/d", "hint: ")
                .doesNotContain("hunter2", "\tat ");
    }

    @Test
    void aWrongPasswordIsNeverEchoed() {
        TestDatabase database = TestDatabases.h2();
        run(database, "ensure_version");
        String url = database.url() + ";USER=nobody;PASSWORD=hunter2";

        CommandLineRun run = CommandLineRun.in(folder, "--url", url, "current");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Wrong user name or password", "hint: ").doesNotContain("hunter2");
    }

    @Test
    void aReadOnlyDatabaseIsToldAndCanBeRead() {
        TestDatabase database = TestDatabases.h2();
        run(database, "upgrade", "bbbb");
        TestDatabase readOnly = new TestDatabase("h2", database.url() + ";ACCESS_MODE_DATA=r");

        assertThat(run(readOnly, "current").out()).isEqualTo("bbbb\n");
        CommandLineRun run = run(readOnly, "upgrade", "head");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("hint: ").doesNotContain("\tat ");
        assertThat(run(database, "current").out()).isEqualTo("bbbb\n");
    }

    @Test
    void aDatabaseAtARevisionWithoutAFileIsTold() throws SQLException {
        TestDatabase database = TestDatabases.sqlite();
        run(database, "stamp", "bbbb");
        database.run("UPDATE alembic_version SET version_num = 'zzzz'");

        CommandLineRun run = run(database, "upgrade", "head");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("'zzzz'", "hint: ");
    }

    @Test
    void aRelativeUrlBeginsBesideTheSettings() {
        assertThat(done(folder, "--url", "jdbc:sqlite:app.db", "upgrade", "head")
                        .err())
                .contains("-> cccc");

        assertThat(folder.resolve("app.db")).exists();
        assertThat(done(folder, "--url", "jdbc:h2:./app;USER=sa", "upgrade", "head")
                        .err())
                .contains("-> cccc");
        assertThat(folder.resolve("app.mv.db")).exists();
    }

    private CommandLineRun run(TestDatabase database, String... words) {
        List<String> all = new ArrayList<>(List.of("--url", database.url()));
        all.addAll(List.of(words));
        return CommandLineRun.in(folder, all.toArray(String[]::new));
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
