package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Types.integer;
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
                kill(database, moment, statement);

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

    @ParameterizedTest
    @CsvSource({"h2, before, REPEAT", "h2, after, APPLIED", "mariadb, before, REPEAT", "mariadb, after, APPLIED"})
    void aPersonDecidesAboutSqlThatNobodyCanAskTheCatalogAbout(String product, String moment, InDoubt answer)
            throws Exception {
        TestDatabase database = empty(product);
        kill(database, moment, "TABLE three");

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
            Process process = start(database, "index", "-");
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

    private static void kill(TestDatabase database, String moment, String statement) throws Exception {
        Process process = start(database, moment, statement);
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(statement).isEqualTo(MortalRun.DIED);
    }

    private static Process start(TestDatabase database, String moment, String statement) throws IOException {
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
                        statement)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
