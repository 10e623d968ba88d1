package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** {@code upgrade --sql --idempotent}: one script for databases in any state. */
class IdempotentScriptIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void oneScriptBringsEveryStateToTheHead(String product) throws SQLException {
        Project online = history(product);
        String script = online.retort("upgrade", "heads", "--sql", "--idempotent")
                .done()
                .out();
        online.retort("upgrade", "heads").done();

        // Each state that a run can stop at: the branches may be applied in either order.
        for (List<String> state : List.of(
                List.<String>of(),
                List.of("aaaa"),
                List.of("left1"),
                List.of("right"),
                List.of("left1", "right"),
                List.of("merge"),
                List.of("apart", "right"),
                List.of("heads"))) {
            Project other = new Project(folder, TestDatabases.create(product));
            for (String target : state) {
                other.retort("upgrade", target).done();
            }
            for (int time = 1; time <= 2; time++) {
                new ScriptFeed(other.database(), folder).done(script);
                assertSame(other, online, product + " from " + state + ", time " + time);
            }
            other.retort("downgrade", "base").done();
        }
        ScriptFeed.assumeClient(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void aRangeBeginsWhereItSays(String product) throws SQLException {
        Project online = history(product);
        String script = online.retort("upgrade", "left1:merge", "--sql", "--idempotent")
                .done()
                .out();
        assertThat(script).doesNotContain("CREATE TABLE one");
        Project other = new Project(folder, TestDatabases.create(product));
        assertThat(new ScriptFeed(other.database(), folder).said(script)).contains("begins at revision left1");
        other.retort("upgrade", "left1").done();
        new ScriptFeed(other.database(), folder).done(script);
        assertThat(other.rows("SELECT * FROM alembic_version")).containsExactly("merge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void aDatabaseAtAnUnknownRevisionIsLeftAlone(String product) throws SQLException {
        Project online = history(product);
        String script = online.retort("upgrade", "heads", "--sql", "--idempotent")
                .done()
                .out();
        TestDatabase database = TestDatabases.create(product);
        Project other = new Project(folder, database);
        other.retort("ensure_version").done();
        database.run("INSERT INTO alembic_version VALUES ('zzzz')");

        assertThat(new ScriptFeed(database, folder).said(script)).contains("revision that this script does not know");

        assertThat(other.tables()).containsExactly("alembic_version");
        assertThat(other.rows("SELECT * FROM alembic_version")).containsExactly("zzzz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void whereSqlAloneCannotDoThatItIsRefused(String product) {
        Project online = history(product);

        online.retort("upgrade", "heads", "--sql", "--idempotent")
                .failed("A script for " + product + " cannot look at the version table itself", "name a range");
        assertThat(online.retort("upgrade", "heads", "--idempotent").code()).isEqualTo(2);
    }

    private Project history(String product) {
        Project project = new Project(folder, TestDatabases.create(product));
        project.retort("init", "-t", "sql").done();
        project.write("retort.toml", "script_location = \"migrations\"\nhistory_table = false\n");
        project.sqlRevision("aaaa", "", "CREATE TABLE one (id integer, words varchar(90));", "DROP TABLE one;");
        project.sqlRevision("left1", "aaaa", """
                INSERT INTO one (id, words) VALUES (1, 'it''s; $retort$ $sql$ -- \u00fc \ud83d\ude00');
                """, "DELETE FROM one WHERE id = 1;");
        project.sqlRevision("left2", "left1", routine(product), "DROP FUNCTION twice" + arguments(product) + ";");
        project.sqlRevision(
                "right", "aaaa", "ALTER TABLE one ADD COLUMN more integer;", "ALTER TABLE one DROP COLUMN more;");
        project.sqlRevision("merge", "left2, right", "UPDATE one SET more = twice(id);", "");
        project.sqlRevision("apart", "", "CREATE TABLE apart (id integer);", "DROP TABLE apart;");
        return project;
    }

    private static String routine(String product) {
        return product.equals("postgresql") ? """
                CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE plpgsql AS $$
                BEGIN
                    RETURN n * 2; -- done; really
                END $$;""" : """
                CREATE FUNCTION twice(n integer) RETURNS integer DETERMINISTIC
                BEGIN
                    DECLARE result integer;
                    SET result = n * 2;
                    RETURN result;
                END;""";
    }

    private static String arguments(String product) {
        return product.equals("postgresql") ? "(integer)" : "";
    }

    private static void assertSame(Project offline, Project online, String what) throws SQLException {
        assertThat(offline.schema()).as(what).isEqualTo(online.schema());
        for (String table : List.of("one", "alembic_version")) {
            String all = "SELECT * FROM " + table + " ORDER BY 1";
            assertThat(offline.rows(all)).as(what).isEqualTo(online.rows(all));
        }
    }
}
