package dev.retort.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabasesTests {

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void everyProductGivesARealDatabase(TestDatabase database) throws SQLException {
        database.run("CREATE TABLE t (a integer)", "INSERT INTO t VALUES (42)");

        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("SELECT a FROM t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }
}
