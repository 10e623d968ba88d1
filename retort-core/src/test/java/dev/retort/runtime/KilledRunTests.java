package dev.retort.runtime;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.enumOf;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.varchar;
import static dev.retort.runtime.Chain.journal;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Runs whose process dies in the middle of a revision, in a virtual machine of its own, and the runs after them. */
@Timeout(180)
class KilledRunTests {

    /** What the killed process and the one after it both run. */
    static Chain chain() {
        return new Chain()
                .add("aaaa", op -> op.createTable("one", column("id", integer()).notNull(), primaryKey("id")))
                .add("bbbb", op -> {
                    op.addColumn("one", column("a", integer()));
                    op.execute("INSERT INTO one (id, a) VALUES (1, 2)");
                    op.createTable(
                            "two", column("id", integer()).notNull(), primaryKey("id"), index("ix_two", "two", "id"));
                    op.dropColumn("one", "a");
                    op.execute("CREATE TABLE three (id INTEGER)");
                    op.renameTable("two", "duo");
                });
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void whereverARunIsKilledTheNextOneFinishesIt(TestDatabase product) throws Exception {
        for (String statement : List.of("ADD", "INSERT INTO one", "TABLE two", "ix_two", "DROP COLUMN", "RENAME")) {
            for (String moment : List.of("before", "after")) {
                TestDatabase database = empty(product.product());
                kill(database, moment, statement, "chain");

                assertThat(version(database)).containsExactly("aaaa");
                chain().upgrade(database);

                assertThat(version(database)).as(statement).containsExactly("bbbb");
                assertThat(rows(database, "SELECT id FROM one")).containsExactly("1");
                assertThat(rows(database, "SELECT id FROM duo")).isEmpty();
                assertThat(rows(database, "SELECT id FROM three")).isEmpty();
                assertThatThrownBy(() -> rows(database, "SELECT a FROM one")).isInstanceOf(SQLException.class);
                assertThat(journal(database)).isEmpty();
            }
        }
    }

    /** A database that is made small before and after a step. */
    static Chain vacuum() {
        return new Chain()
                .add("aaaa", op -> op.execute("CREATE TABLE one (id integer)"))
                .sql("bbbb", "INSERT INTO one VALUES (1);\nVACUUM;\nINSERT INTO one VALUES (2);", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void aVacuumThatWasKilledIsRepeatedIfAPersonSaysSo(String moment) throws Exception {
        TestDatabase database = empty("sqlite");
        kill(database, moment, "VACUUM", "vacuum");

        assertThatThrownBy(() -> vacuum().upgrade(database))
                .hasMessageContaining("nothing tells whether it took effect");
        vacuum().with(InDoubt.REPEAT).upgrade(database);

        assertThat(version(database)).containsExactly("bbbb");
        assertThat(rows(database, "SELECT id FROM one")).containsExactly("1", "2");
    }

    /** What the killed process and the one after it both take back. */
    static Chain back() {
        return new Chain()
                .add("aaaa", op -> op.createTable("one", column("id", integer()).notNull(), primaryKey("id")))
                .add(
                        "bbbb",
                        op -> {
                            op.addColumn("one", column("a", integer()));
                            op.createTable("two", column("id", integer()));
                        },
                        op -> {
                            op.dropTable("two");
                            op.execute("INSERT INTO one (id, a) VALUES (1, 2)");
                            op.dropColumn("one", "a");
                            op.renameTable("one", "uno");
                        });
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void whereverADowngradeIsKilledTheNextOneFinishesIt(TestDatabase product) throws Exception {
        for (String statement : List.of("DROP TABLE", "INSERT INTO one", "DROP COLUMN", "RENAME")) {
            for (String moment : List.of("before", "after")) {
                TestDatabase database = empty(product.product());
                back().upgrade(database);
                kill(database, moment, statement, "back");

                assertThat(version(database)).containsExactly("bbbb");
                back().downgrade(database, "aaaa");

                assertThat(version(database)).as(moment + " " + statement).containsExactly("aaaa");
                assertThat(rows(database, "SELECT * FROM uno")).containsExactly("1");
                assertThatThrownBy(() -> rows(database, "SELECT a FROM uno")).isInstanceOf(SQLException.class);
                assertThat(MigrationRunnerTests.exists(database, "two")).isFalse();
                assertThat(journal(database)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void aRevisionThatIsHalfTakenBackIsNotCalledApplied(String product) throws Exception {
        TestDatabase database = empty(product);
        back().upgrade(database);
        kill(database, "before", "RENAME", "back");

        assertThatThrownBy(() -> back().upgrade(database))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The downgrade of revision 'bbbb' was interrupted half-way");
        back().downgrade(database, "aaaa");

        assertThat(version(database)).containsExactly("aaaa");
    }

    /** Several statements change a column where one cannot; what they are depends on what the database holds. */
    static Chain altering() {
        return new Chain()
                .add("aaaa", op -> {
                    op.createTable(
                            "one", column("id", integer()).notNull(), column("a", varchar(10)), primaryKey("id"));
                    op.execute("INSERT INTO one VALUES (1, 'x')");
                })
                .add(
                        "bbbb",
                        op -> op.alterColumn(
                                "one",
                                alter("a")
                                        .type(varchar(20))
                                        .notNull()
                                        .defaultSql("'y'")
                                        .comment("why")
                                        .renamedTo("b")));
    }

    @ParameterizedTest
    @CsvSource({
        "h2, SET DATA TYPE",
        "h2, SET NOT NULL",
        "h2, SET DEFAULT",
        "h2, COMMENT ON",
        "h2, RENAME",
        "mariadb, CHANGE COLUMN",
        "postgresql, SET NOT NULL",
        "sqlite, ALTER TABLE"
    })
    void aColumnWhoseChangeWasKilledIsChangedToTheEnd(String product, String statement) throws Exception {
        for (String moment : List.of("before", "after")) {
            TestDatabase database = empty(product);
            kill(database, moment, statement, "alter");

            assertThat(version(database)).containsExactly("aaaa");
            altering().upgrade(database);

            assertThat(version(database)).as(moment).containsExactly("bbbb");
            database.run("INSERT INTO one (id) VALUES (2)", "UPDATE one SET b = '12345678901234567890' WHERE id = 1");
            assertThat(rows(database, "SELECT b FROM one ORDER BY id")).containsExactly("12345678901234567890", "y");
            assertThatThrownBy(() -> database.run("UPDATE one SET b = NULL")).isInstanceOf(SQLException.class);
            assertThat(journal(database)).isEmpty();
        }
    }

    static Chain words() {
        return new Chain()
                .add("aaaa", op -> {
                    op.createTable(
                            "one", column("id", integer()).notNull(), column("a", varchar(10)), primaryKey("id"));
                    op.execute("INSERT INTO one VALUES (1, 'sad')");
                })
                .add(
                        "bbbb",
                        op -> op.alterColumn(
                                "one",
                                alter("a").type(enumOf("ok", "sad")).notNull().defaultSql("'ok'")))
                .add(
                        "cccc",
                        op -> op.alterColumn(
                                "one", alter("a").type(varchar(30)).notNull().defaultSql("'none'")));
    }

    @ParameterizedTest
    @CsvSource({"h2, TYPE ENUM, aaaa", "h2, (30), bbbb", "mariadb, enum(, aaaa", "mariadb, (30), bbbb"})
    void aColumnThatWasKilledOnItsWayToWordsOrBackArrives(String product, String statement, String reached)
            throws Exception {
        for (String moment : List.of("before", "after")) {
            TestDatabase database = empty(product);
            kill(database, moment, statement, "words");

            assertThat(version(database)).containsExactly(reached);
            words().upgrade(database);

            assertThat(version(database)).as(moment).containsExactly("cccc");
            database.run("INSERT INTO one (id) VALUES (2)");
            assertThat(rows(database, "SELECT a FROM one ORDER BY id")).containsExactly("sad", "none");
            assertThatThrownBy(() -> database.run("UPDATE one SET a = NULL")).isInstanceOf(SQLException.class);
            assertThat(journal(database)).isEmpty();
        }
    }

    /** Values that are computed from what they were must not be computed twice. */
    static Chain computing() {
        return new Chain()
                .add("aaaa", op -> {
                    op.createTable("one", column("id", integer()).notNull(), column("a", integer()), primaryKey("id"));
                    op.execute("INSERT INTO one VALUES (1, 10)");
                })
                .add("bbbb", op -> op.alterColumn("one", alter("a").type(bigint(), "a * 2")));
    }

    @ParameterizedTest
    @CsvSource({"before, REPEAT", "after, APPLIED"})
    void aPersonDecidesAboutValuesThatAreComputedFromWhatTheyWere(String moment, InDoubt answer) throws Exception {
        TestDatabase database = empty("h2");
        kill(database, moment, "SET DATA TYPE", "compute");

        assertThatThrownBy(() -> computing().upgrade(database))
                .hasMessageContaining("nothing tells whether it took effect");
        computing().with(answer).upgrade(database);

        assertThat(rows(database, "SELECT a FROM one")).containsExactly("20");
        assertThat(journal(database)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"h2, before, REPEAT", "h2, after, APPLIED", "mariadb, before, REPEAT", "mariadb, after, APPLIED"})
    void aPersonDecidesAboutSqlThatNobodyCanAskTheCatalogAbout(String product, String moment, InDoubt answer)
            throws Exception {
        TestDatabase database = empty(product);
        kill(database, moment, "TABLE three", "chain");

        assertThatThrownBy(() -> chain().upgrade(database))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("nothing tells whether it took effect:\n      CREATE TABLE three (id INTEGER)")
                .hasMessageContaining("steps 1 to 4 of this revision stay applied; the next run continues with step 5");
        chain().with(answer).upgrade(database);

        assertThat(version(database)).containsExactly("bbbb");
        assertThat(rows(database, "SELECT id FROM three")).isEmpty();
        assertThat(journal(database)).isEmpty();
    }

    @Test
    void anIndexWhoseBuildingWasKilledIsBuiltAgain() throws Exception {
        TestDatabase database = TestDatabases.postgresql();
        database.run("CREATE TABLE one (id integer)", "INSERT INTO one VALUES (1)");
        try (var blocker = database.connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("INSERT INTO one VALUES (2)");
            Process process = start(database, "index", "-", "-");
            String building = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock'";
            while (rows(database, building).isEmpty()) {
                assertThat(process.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND query LIKE 'CREATE INDEX CONCURRENTLY%'");
            blocker.rollback();
        }
        String valid = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_one')";
        assertThat(rows(database, valid)).containsExactly("f");

        indexed().upgrade(database);

        assertThat(rows(database, valid)).containsExactly("t");
        assertThat(version(database)).containsExactly("aaaa");
        assertThat(journal(database)).isEmpty();
    }

    /** H2 writes up to half a second late what it has committed, so that a killed process takes that back, in order. */
    private static TestDatabase empty(String product) {
        TestDatabase database = TestDatabases.create(product);
        return product.equals("h2") ? new TestDatabase(product, database.url() + ";WRITE_DELAY=0") : database;
    }

    static Chain indexed() {
        return new Chain().add("aaaa", op -> op.createIndexConcurrently(index("ix_one", "one", "id")));
    }

    private static void kill(TestDatabase database, String moment, String statement, String chain) throws Exception {
        Process process = start(database, moment, statement, chain);
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(statement).isEqualTo(MortalRun.DIED);
    }

    private static Process start(TestDatabase database, String moment, String statement, String chain)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MortalRun.class.getName(),
                        database.product(),
                        database.url(),
                        moment,
                        statement,
                        chain)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
