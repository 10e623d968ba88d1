package dev.retort.runtime;

import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.RetortException;
import dev.retort.config.Overrides;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.script.ProjectClassPath;
import dev.retort.script.RevisionCode;
import dev.retort.script.ScriptDirectory;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Revisions in SQL files: where their parts end, and what is refused before any of them runs. */
class SqlRevisionRunTests {

    @TempDir
    Path folder;

    private final Chain chain = new Chain();

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aHeadingInAStringIsText(TestDatabase database) throws Exception {
        add("aaaa", """
                -- upgrade
                CREATE TABLE note (id INTEGER, text VARCHAR(200));
                INSERT INTO note VALUES (1, 'to begin:
                -- upgrade
                to go back:
                -- downgrade mariadb
                -- downgrade
                -- down
                done');
                -- downgrade
                INSERT INTO note VALUES (2, 'gone
                -- upgrade
                ');
                """);

        chain.upgrade(database);
        assertThat(rows(database, "SELECT text FROM note"))
                .containsExactly(
                        "to begin:\n-- upgrade\nto go back:\n-- downgrade mariadb\n-- downgrade\n-- down\ndone");
        chain.downgrade(database, "base");
        assertThat(rows(database, "SELECT text FROM note WHERE id = 2")).containsExactly("gone\n-- upgrade\n");
        assertThat(version(database)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aHeadingInAnIdleCommentIsCommentedOut(TestDatabase database) throws Exception {
        add("aaaa", """
                -- upgrade
                CREATE TABLE one (id INTEGER); /* it was:
                -- downgrade
                DROP TABLE nothing; */
                CREATE TABLE two (id INTEGER);
                -- downgrade
                DROP TABLE two;
                """);

        chain.upgrade(database);
        assertThat(rows(database, "SELECT id FROM two")).isEmpty();
        chain.downgrade(database, "base");

        assertThat(MigrationRunnerTests.exists(database, "two")).isFalse();
        assertThat(MigrationRunnerTests.exists(database, "one")).isTrue();
    }

    @Test
    void aHeadingInADollarQuoteOrBracketBelongsToTheStatement() throws Exception {
        TestDatabase database = TestDatabases.postgresql();
        add("aaaa", """
                -- upgrade
                SELECT 'this is for all the others; it''s not read here';
                -- upgrade postgresql
                CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $f$ SELECT '
                -- downgrade
                ' $f$;
                CREATE TABLE one (
                    -- upgrade
                    id integer
                );
                -- downgrade
                DROP TABLE one;
                """);

        chain.upgrade(database);
        assertThat(rows(database, "SELECT f()")).containsExactly("\n-- downgrade\n");
        chain.downgrade(database, "base");

        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
    }

    @Test
    void aHeadingInABodyBelongsToTheRoutine() throws Exception {
        TestDatabase database = TestDatabases.mariadb();
        add("aaaa", """
                -- upgrade
                CREATE TABLE one (id INTEGER);
                CREATE PROCEDURE p()
                BEGIN
                    -- downgrade
                    INSERT INTO one VALUES (1);
                    COMMIT;
                END;
                CALL p();
                -- downgrade mariadb
                DROP PROCEDURE p;
                """);

        chain.upgrade(database);
        chain.downgrade(database, "base");

        assertThat(rows(database, "SELECT id FROM one")).containsExactly("1");
    }

    @Test
    void eachPartIsReadByTheRulesOfItsOwnProduct() throws Exception {
        TestDatabase database = TestDatabases.postgresql();
        add("aaaa", """
                -- upgrade mariadb
                INSERT INTO one VALUES ('it\\'s');
                -- upgrade postgresql
                CREATE TABLE one (text varchar(20) DEFAULT '\\');
                -- downgrade
                DROP TABLE one;
                """);

        chain.upgrade(database);
        assertThat(rows(database, "SELECT text FROM one")).isEmpty();
        chain.downgrade(database, "base");

        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
    }

    @Test
    void whatIsNeverClosedIsTellingItsFileAndLine() throws Exception {
        add("aaaa", "-- upgrade\nSELECT 1;\nSELECT 'one;\n-- downgrade\nSELECT 2;\n");

        assertThatThrownBy(() -> chain.upgrade(TestDatabases.h2()))
                .hasMessageContaining("migrations/versions/aaaa.sql: Quote ''' that begins on line 4 is never closed");
        assertThatThrownBy(() -> chain.script(Dialects.offline("h2"), List.of(), "head", true))
                .hasMessageContaining("aaaa.sql: Quote ''' that begins on line 4 is never closed");
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void whatIsNeverClosedIsToldWithEverythingElseBeforeAnythingRuns(TestDatabase database) throws Exception {
        add("aaaa", "-- upgrade\nCREATE TABLE one (id INTEGER);\n-- downgrade\nSELECT 'not read now;\n");
        add("bbbb", "-- upgrade\nINSERT INTO one VALUES (1);\nINSERT INTO one VALUES ('it''s');\nSELECT 'two;\n");
        add("cccc", "-- upgrade\n-- it's here\nSELECT 'three;\n");
        add("dddd", "-- upgrade\nSELECT 1; /* four\n");
        add("eeee", "-- upgrade\nCOMMIT;\n");

        assertThatThrownBy(() -> chain.upgrade(database))
                .isExactlyInstanceOf(RetortException.class)
                .hasMessage("""
                        Nothing was run, because of what the revisions hold: 4 problems
                          migrations/versions/bbbb.sql: Quote ''' that begins on line 5 is never closed
                          migrations/versions/cccc.sql: Quote ''' that begins on line 4 is never closed
                          migrations/versions/dddd.sql: Comment '/*' that begins on line 3 is never closed
                          migrations/versions/eeee.sql:3: 'COMMIT' begins or ends a transaction, which is for the run to do""");
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
    }

    @Test
    void headingsThatStandTwiceOrAlmostBehindTextAreToldTogetherBeforeAnythingRuns() throws Exception {
        TestDatabase database = TestDatabases.h2();
        add("aaaa", "-- upgrade\nCREATE TABLE one (id INTEGER);\n-- upgarde h2\nSELECT 1;\n-- upgrade\nSELECT 1;\n");

        assertThatThrownBy(() -> chain.upgrade(database))
                .isExactlyInstanceOf(RetortException.class)
                .hasMessageContaining("migrations/versions/aaaa.sql:4: '-- upgarde h2' is not a section")
                .hasMessageContaining("migrations/versions/aaaa.sql:6: section 'upgrade' stands twice");
        assertThat(MigrationRunnerTests.exists(database, "alembic_version")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void transactionsOfARevisionsOwnAreRefusedTogetherBeforeAnythingRuns(TestDatabase database) throws Exception {
        add("aaaa", "-- upgrade\nCREATE TABLE one (id INTEGER);\n-- downgrade\nROLLBACK;\n");
        add("bbbb", "-- upgrade\nBEGIN;\nINSERT INTO one VALUES (1);\nCOMMIT; SAVEPOINT x;\n");
        add("cccc", "-- upgrade\n  commit;\n");

        assertThatThrownBy(() -> chain.upgrade(database))
                .isExactlyInstanceOf(RetortException.class)
                .hasMessage("""
                        Nothing was run, because of what the revisions hold: 4 problems
                          migrations/versions/bbbb.sql:3: 'BEGIN' begins or ends a transaction, which is for the run to do
                          migrations/versions/bbbb.sql:5: 'COMMIT' begins or ends a transaction, which is for the run to do
                          migrations/versions/bbbb.sql:5: 'SAVEPOINT' begins or ends a transaction, which is for the run to do
                          migrations/versions/cccc.sql:3: 'COMMIT' begins or ends a transaction, which is for the run to do""")
                .extracting(e -> ((RetortException) e).hint())
                .isEqualTo("take it out; what must be committed before the rest goes into a revision of its own");
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
        assertThatThrownBy(() -> chain.script(Dialects.offline(database.product()), List.of(), "head", true))
                .hasMessageContaining("bbbb.sql:3: 'BEGIN'");

        chain.upgrade(database::connect, "aaaa");
        assertThatThrownBy(() -> chain.downgrade(database, "base")).hasMessageContaining("aaaa.sql:5: 'ROLLBACK'");
        assertThat(version(database)).containsExactly("aaaa");
    }

    @Test
    void soAreThoseInTheSqlOfAJavaRevisionBeforeAnythingOfItRuns() throws SQLException {
        TestDatabase database = TestDatabases.postgresql();
        chain.add("aaaa", op -> {
            op.execute("CREATE TABLE one (id integer)");
            op.execute(Map.of("postgresql", "COMMIT", "mariadb", "SELECT 1"));
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("'COMMIT' begins or ends a transaction, which is for the run to do")
                .hasMessageContaining("this run did nothing of this revision");
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"commit", "rollback", "close", "setAutoCommit"})
    void theCodeOfAStepCannotEndTheTransactionOrTheConnection(String method) throws SQLException {
        TestDatabase database = TestDatabases.postgresql();
        chain.add("aaaa", op -> {
            op.execute("CREATE TABLE one (id integer)");
            op.run("end it", connection -> {
                switch (method) {
                    case "commit" -> connection.commit();
                    case "rollback" -> connection.rollback();
                    case "close" -> connection.close();
                    default -> connection.setAutoCommit(true);
                }
            });
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("failed in step 2 of 2: end it")
                .hasMessageContaining("called '%s' on the connection, whose transaction belongs to the run", method)
                .hasMessageContaining("nothing of this revision was kept");
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"execute", "executeUpdate", "addBatch", "prepareStatement", "prepareCall"})
    void norInSqlThatItHandsOver(String method) throws SQLException {
        for (TestDatabase database : TestDatabases.all().toList()) {
            chain.add("aaaa", op -> {
                op.execute("CREATE TABLE one (id integer)");
                op.run("end it", connection -> {
                    try (var statement = connection.createStatement()) {
                        assertThat(statement.getConnection()).isSameAs(connection);
                        switch (method) {
                            case "execute" -> statement.execute("INSERT INTO one VALUES (1); -- and\nCOMMIT");
                            case "executeUpdate" -> statement.executeUpdate("/* now */ COMMIT");
                            case "addBatch" -> statement.addBatch("commit");
                            case "prepareStatement" -> connection.prepareStatement("COMMIT");
                            default -> connection.prepareCall(" COMMIT ");
                        }
                    }
                });
            });

            assertThatThrownBy(() -> chain.upgrade(database))
                    .as(database.product())
                    .isInstanceOf(RunFailedException.class)
                    .hasMessageContaining("failed in step 2 of 2: end it")
                    .hasMessageContaining("ran 'COMMIT' on the connection, whose transaction belongs to the run");
            assertThat(version(database)).isEmpty();
        }
    }

    @Test
    void whatLeadsToAnotherDatabaseIsRefusedBeforeAnythingRuns() throws SQLException {
        TestDatabase database = TestDatabases.mariadb();
        TestDatabase other = TestDatabases.mariadb();
        String name = other.url().replaceAll(".*/([^/?]+).*", "$1");

        assertThatThrownBy(() -> chain.sql("aaaa", "CREATE TABLE one (id int);\nUSE " + name + ";", "")
                        .upgrade(database))
                .hasMessageContaining("aaaa.sql:4: 'USE' leads to another database");
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();

        chain.add("aaaa", op -> op.run("look elsewhere", connection -> connection.setCatalog(name)));
        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("ran 'USE' on the connection, whose choice of a database belongs to the run");
        assertThat(version(database)).isEmpty();
    }

    @Test
    void theCodeOfAStepMayPrepareBatchAndCallWhatItLikes() throws SQLException {
        for (TestDatabase database : TestDatabases.all().toList()) {
            chain.add("aaaa", op -> {
                op.execute("CREATE TABLE one (id integer, text varchar(20))");
                op.run("fill it", connection -> {
                    try (var insert = connection.prepareStatement("INSERT INTO one VALUES (?, ?)");
                            var statement = connection.createStatement()) {
                        insert.setInt(1, 1);
                        insert.setString(2, "COMMIT");
                        insert.addBatch();
                        insert.executeBatch();
                        statement.addBatch("INSERT INTO one VALUES (2, '\nCOMMIT;')");
                        statement.executeBatch();
                        assertThat(statement.unwrap(java.sql.Statement.class)).isNotNull();
                    }
                });
            });

            chain.upgrade(database);

            assertThat(rows(database, "SELECT text FROM one ORDER BY id")).containsExactly("COMMIT", "\nCOMMIT;");
        }
    }

    @Test
    void theCodeOfAStepHasSavepointsAndTheDriversOwnConnection() throws SQLException {
        TestDatabase database = TestDatabases.postgresql();
        chain.add("aaaa", op -> {
            op.execute("CREATE TABLE one (id integer)");
            op.run("copy", connection -> {
                connection.setAutoCommit(false);
                var savepoint = connection.setSavepoint();
                try (var statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute("INSERT INTO nowhere VALUES (1)"))
                            .isInstanceOf(SQLException.class);
                }
                connection.rollback(savepoint);
                assertThat(connection.isWrapperFor(org.postgresql.PGConnection.class))
                        .isTrue();
                var copy = connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
                assertThat(copy.copyIn("COPY one FROM stdin", new java.io.StringReader("1\n2\n")))
                        .isEqualTo(2);
            });
        });

        chain.upgrade(database);

        assertThat(rows(database, "SELECT id FROM one ORDER BY 1")).containsExactly("1", "2");
    }

    @Test
    void aCallbackCannotEndTheTransactionEither() {
        chain.add("aaaa", op -> op.execute("CREATE TABLE one (id integer)"))
                .with((step, connection) -> connection.commit());

        assertThatThrownBy(() -> chain.upgrade(TestDatabases.postgresql())).hasMessageContaining("called 'commit'");
    }

    /** Put the revision of a file on top, as the script directory reads it; its first line is the header's. */
    private void add(String id, String text) throws IOException {
        Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("retort.toml"), "");
        Files.writeString(folder.resolve("migrations/versions/" + id + ".sql"), "-- revision: " + id + "\n" + text);
        Settings settings = Settings.load(
                folder,
                Overrides.of(Map.of("RETORT_CACHE", folder.resolve("cache").toString())));
        Map<String, RevisionCode> codes = ScriptDirectory.open(settings).load(List.of(id), ProjectClassPath.none());
        chain.put(id, codes.values().iterator().next());
    }
}
