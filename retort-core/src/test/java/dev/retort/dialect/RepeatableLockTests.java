package dev.retort.dialect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Scripts that look at the version table and runs keep each other away. */
class RepeatableLockTests {

    private static final String KEY = "alembic_version";

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void aScriptHoldsTheLockOfARun(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        try (Connection script = database.connect();
                Connection run = database.connect();
                Statement statement = script.createStatement()) {
            Dialect dialect = Dialects.of(run);
            RepeatableScript repeatable = requireNonNull(dialect.repeatable());

            statement.execute(repeatable.locking(KEY));
            assertThat(dialect.lock().tryAcquire(run, KEY)).isFalse();
            assertThat(dialect.lock().tryAcquire(run, "other")).isTrue();
            dialect.lock().release(run, "other");

            statement.execute(repeatable.unlocking(KEY));
            assertThat(dialect.lock().tryAcquire(run, KEY)).isTrue();
        }
    }
}
