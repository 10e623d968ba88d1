package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;
import static dev.retort.runtime.Chain.journal;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Runs whose lock is taken from them while they go on. */
@Timeout(120)
class LostLockTests {

    /** Finds the session of the lock, asked from another session of the run. */
    private static final Map<String, String> LOCK_SESSION = Map.of(
            "postgresql",
            "SELECT pid FROM pg_locks WHERE locktype = 'advisory'"
                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            "mariadb",
            "SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()",
            "h2",
            "SELECT session_id FROM information_schema.locks WHERE table_name = 'retort_lock'");

    private static final Map<String, String> KILL = Map.of(
            "postgresql", "SELECT pg_terminate_backend(%s)", "mariadb", "KILL %s", "h2", "CALL ABORT_SESSION(%s)");

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "h2"})
    void ofTwoRunnersOnlyTheOneThatHasTheLockGoesOn(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        database.run("CREATE TABLE log (runner VARCHAR(10))");
        var second = new Chain().add("aaaa", op -> op.execute("INSERT INTO log VALUES ('second')"));
        var first = new Chain().add("aaaa", op -> {
            op.run("lose the lock to another", connection -> {
                endLockSession(product, connection);
                second.upgrade(database);
            });
            op.execute("INSERT INTO log VALUES ('first')");
            op.createTable("late", column("id", integer()));
        });

        assertThatThrownBy(() -> first.upgrade(database)).isInstanceOf(RunFailedException.class);

        assertThat(rows(database, "SELECT runner FROM log")).contains("second");
        assertThat(MigrationRunnerTests.exists(database, "late")).isFalse();
        assertThat(version(database)).containsExactly("aaaa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "h2"})
    void nothingThatCannotBeTakenBackRunsWithoutTheLock(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain().add("aaaa", op -> {
            op.createTable("one", column("id", integer()));
            op.run("lose the lock", connection -> endLockSession(product, connection));
            op.createTable("two", column("id", integer()));
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("failed in step 3 of 3")
                .hasMessageContaining("The lock of this run was lost, because the database ended its session")
                .hasMessageContaining("step 1 of this revision stays applied; the next run continues with step 2")
                .extracting(e -> ((RetortException) e).hint())
                .isEqualTo("another runner may be at work: look with 'retort current', then run the command again");
        assertThat(MigrationRunnerTests.exists(database, "two")).isFalse();

        new Chain()
                .add("aaaa", op -> {
                    op.createTable("one", column("id", integer()));
                    op.run("lose the lock", connection -> {});
                    op.createTable("two", column("id", integer()));
                })
                .upgrade(database);
        assertThat(rows(database, "SELECT id FROM two")).isEmpty();
        assertThat(journal(database)).isEmpty();
    }

    @Test
    void aTransactionThatTookLongIsNotCommittedWithoutTheLock() throws SQLException {
        TestDatabase database = TestDatabases.postgresql();
        var chain = new Chain().add("aaaa", op -> {
            op.createTable("one", column("id", integer()));
            op.run("lose the lock", connection -> endLockSession("postgresql", connection));
            op.execute("SELECT pg_sleep(1.1)");
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("The lock of this run was lost")
                .hasMessageContaining("nothing of this revision was kept; the database is at base");
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
    }

    private static void endLockSession(String product, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            String session;
            try (var row = statement.executeQuery(LOCK_SESSION.get(product))) {
                assertThat(row.next()).isTrue();
                session = row.getString(1);
                assertThat(row.next()).isFalse();
            }
            statement.execute(requireNonNull(KILL.get(product)).formatted(session));
        }
    }
}
