package dev.retort.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import dev.retort.dialect.RunLock;

class PostgresLockTests {

    private final RunLock lock = new PostgresLock();

    @Test
    void oneSessionHoldsTheLockUntilItGivesItBackOrIsGone() throws SQLException {
        try (var first = new PostgresSession();
                var second = first.database.connect()) {
            assertThat(lock.holder(second, "alembic_version")).isNull();
            assertThat(lock.tryAcquire(first.connection, "alembic_version")).isTrue();
            assertThat(lock.tryAcquire(second, "alembic_version")).isFalse();
            assertThat(lock.tryAcquire(second, "other.alembic_version")).isTrue();
            assertThat(lock.holder(second, "alembic_version"))
                    .matches(
                            "process \\d+ of user 'postgres' \\(PostgreSQL JDBC Driver\\) from 127.0.0.1.*, connected since .*");

            lock.release(first.connection, "alembic_version");
            assertThat(lock.tryAcquire(second, "alembic_version")).isTrue();
        }
    }

    @Test
    void theLockIsOfOneDatabase() throws SQLException {
        try (var one = new PostgresSession();
                var other = new PostgresSession()) {
            assertThat(lock.tryAcquire(one.connection, "alembic_version")).isTrue();
            assertThat(lock.tryAcquire(other.connection, "alembic_version")).isTrue();
        }
    }
}
