package dev.retort.runtime;

import static dev.retort.runtime.Chain.journal;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.dialect.Dialects;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

class SqliteRunTests {

    private final TestDatabase database = TestDatabases.sqlite();

    @Test
    void aDatabaseIsVacuumedBetweenOtherSteps(@TempDir Path folder) throws SQLException {
        Path copy = folder.resolve("copy.db");
        var chain = new Chain()
                .sql("aaaa", "VACUUM;", "VACUUM;")
                .add("bbbb", op -> op.execute("CREATE TABLE one (id integer)"))
                .sql("cccc", "INSERT INTO one VALUES (1);\nVACUUM;\nINSERT INTO one VALUES (2);\nVACUUM main;", "")
                .sql("dddd", "VACUUM INTO '" + copy + "';", "");

        chain.upgrade(database);

        assertThat(version(database)).containsExactly("dddd");
        assertThat(rows(database, "SELECT id FROM one")).containsExactly("1", "2");
        assertThat(rows(new TestDatabase("sqlite", "jdbc:sqlite:" + copy), "SELECT id FROM one"))
                .hasSize(2);
        assertThat(journal(database)).isEmpty();
        chain.downgrade(database, "base");
        chain.upgrade(database::connect, "aaaa");
        assertThat(version(database)).containsExactly("aaaa");
    }

    @Test
    void aVacuumThatFailedIsRunAgain(@TempDir Path folder) throws SQLException {
        Path none = folder.resolve("none");
        Path copy = none.resolve("copy.db");
        var chain = new Chain().sql("aaaa", "VACUUM INTO '" + copy + "';", "");

        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("unable to open database");
        assertThat(none.toFile().mkdir()).isTrue();
        chain.upgrade(database);

        assertThat(copy).exists();
        assertThat(version(database)).containsExactly("aaaa");
    }

    @Test
    void aScriptOfNothingIsEmpty() {
        var chain = new Chain().add("aaaa", op -> op.execute("CREATE TABLE one (id integer)"));

        assertThat(chain.script(Dialects.offline("sqlite"), List.of("aaaa"), "aaaa", true))
                .isEmpty();
    }
}
