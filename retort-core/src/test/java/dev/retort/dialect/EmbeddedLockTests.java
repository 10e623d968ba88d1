package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.TestDatabases;

class EmbeddedLockTests {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void onlyOneSessionHoldsTheLock(String product) throws SQLException {
        String url = TestDatabases.create(product).url();
        try (var one = new LiveDatabase(url);
                var other = new LiveDatabase(url)) {
            RunLock lock = one.dialect().lock();

            assertThat(lock.tryAcquire(one.connection(), "alembic_version")).isTrue();
            assertThat(lock.tryAcquire(other.connection(), "alembic_version")).isFalse();
            assertThat(lock.tryAcquire(other.connection(), "alembic_version")).isFalse();
            assertThat(lock.holder(other.connection(), "alembic_version")).contains("since");

            lock.release(one.connection(), "alembic_version");
            assertThat(lock.tryAcquire(other.connection(), "alembic_version")).isTrue();
            lock.release(other.connection(), "alembic_version");
            assertThat(one.schema().tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void theLockGoesWithItsSession(String product) throws SQLException {
        String url = TestDatabases.create(product).url();
        try (var other = new LiveDatabase(url)) {
            RunLock lock = other.dialect().lock();
            try (var one = new LiveDatabase(url)) {
                assertThat(lock.tryAcquire(one.connection(), "k")).isTrue();
            }
            assertThat(lock.tryAcquire(other.connection(), "k")).isTrue();
            lock.release(other.connection(), "k");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void theDatabaseCanBeChangedWhileTheLockIsHeld(String product) throws SQLException {
        String url = TestDatabases.create(product).url();
        try (var holder = new LiveDatabase(url);
                var worker = new LiveDatabase(url)) {
            assertThat(holder.dialect().lock().tryAcquire(holder.connection(), "k"))
                    .isTrue();

            worker.run(
                    "CREATE TABLE t (a int)",
                    "INSERT INTO t VALUES (1)",
                    "ALTER TABLE t ADD COLUMN b int",
                    "CREATE INDEX i ON t (b)",
                    "DROP TABLE t");

            holder.dialect().lock().release(holder.connection(), "k");
        }
    }
}
