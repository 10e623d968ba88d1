package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;
import static dev.retort.runtime.Chain.journal;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.operation.Run;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Databases that stop answering, or never allowed to write. */
class DroppedConnectionTests {

    @Test
    void mariadbIsContinuedAfterItsConnectionWasKilled() throws SQLException {
        TestDatabase database = TestDatabases.mariadb();
        var chain = new Chain().add("aaaa", op -> {
            op.createTable("one", column("id", integer()));
            op.run("cut the line", connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("KILL CONNECTION_ID()");
                }
            });
            op.createTable("two", column("id", integer()));
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("failed in step 2 of 3")
                .hasMessageContaining("the connection was lost");

        assertThat(version(database)).isEmpty();
        chain.add("aaaa", op -> {
            op.createTable("one", column("id", integer()));
            op.createTable("two", column("id", integer()));
        });
        chain.upgrade(database);
        assertThat(version(database)).containsExactly("aaaa");
        assertThat(rows(database, "SELECT id FROM two")).isEmpty();
        assertThat(journal(database)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mariadb, KILL CONNECTION_ID()", "postgresql, SELECT pg_terminate_backend(pg_backend_pid())"})
    void aDowngradeIsContinuedAfterItsConnectionWasKilled(String product, String kill) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = returning(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(kill);
            }
        });
        chain.upgrade(database);

        assertThatThrownBy(() -> chain.downgrade(database, "base"))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("Downgrade of revision 'aaaa'")
                .hasMessageContaining("failed in step 2 of 3")
                .hasMessageContaining("the connection was lost");

        assertThat(version(database)).containsExactly("aaaa");
        returning(connection -> {}).downgrade(database, "base");
        assertThat(version(database)).isEmpty();
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
        assertThat(MigrationRunnerTests.exists(database, "two")).isFalse();
        assertThat(journal(database)).isEmpty();
    }

    private static Chain returning(Run.Action middle) {
        return new Chain()
                .add(
                        "aaaa",
                        op -> {
                            op.createTable("one", column("id", integer()));
                            op.createTable("two", column("id", integer()));
                        },
                        op -> {
                            op.dropTable("two");
                            op.run("cut the line", middle);
                            op.dropTable("one");
                        });
    }

    @Test
    void aSessionOfMariadbThatMayOnlyReadIsToldSoBeforeAnythingIsApplied() throws SQLException {
        TestDatabase database = TestDatabases.mariadb();
        var chain = new Chain().add("aaaa", op -> op.createTable("one", column("id", integer())));
        ConnectionSource reader = () -> {
            Connection connection = database.connect();
            try (var statement = connection.createStatement()) {
                statement.execute("SET SESSION TRANSACTION READ ONLY");
            }
            return connection;
        };

        assertThatThrownBy(() -> chain.upgrade(reader, "head")).hasMessageContaining("READ ONLY transaction");
        assertThat(rows(database, "SHOW TABLES")).isEmpty();
    }

    @Test
    void aDatabaseFileThatCannotBeWrittenIsNotTouched() throws Exception {
        TestDatabase database = TestDatabases.sqlite();
        database.run("CREATE TABLE zero (id integer)");
        var chain = new Chain().add("aaaa", op -> op.createTable("one", column("id", integer())));
        byte[] before = Files.readAllBytes(Path.of(database.url().replace("jdbc:sqlite:", "")));
        var reader = new TestDatabase("sqlite", database.url() + "?open_mode=1");

        assertThatThrownBy(() -> chain.upgrade(reader))
                .hasMessage("The database 'test.db' cannot be changed: nothing can be written beside it");
        assertThat(Files.readAllBytes(Path.of(database.url().replace("jdbc:sqlite:", ""))))
                .isEqualTo(before);
    }
}
