package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.testing.TestDatabase;

/** A revision that fails half-way is told in full, leaves the truth behind, and goes on when it is mended. */
class FailingRevisionIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aSqlRevisionFailsAndIsContinued(TestDatabase database) throws SQLException {
        Project project = new Project(folder, database);
        project.retort("init", "-t", "sql").done();
        project.sqlRevision("aaaa", "", "CREATE TABLE one (id integer PRIMARY KEY);", "DROP TABLE one;");
        project.sqlRevision("bbbb", "aaaa", upgrade("nowhere"), "DROP TABLE two;");

        JarRun run = project.retort("upgrade", "head")
                .failed(
                        "'bbbb' (make bbbb)",
                        "step 2 of 3",
                        "migrations/versions/bbbb.sql:7",
                        "statement: INSERT INTO nowhere VALUES (1)",
                        "database: ",
                        "the database is at aaaa",
                        "1 revision before it in this run stays applied");
        assertThat(project.retort("current").done().out()).isEqualTo("aaaa\n");
        assertHalf(project, run, database.product());

        project.sqlRevision("bbbb", "aaaa", upgrade("one"), "DROP TABLE two;");
        project.retort("upgrade", "head").done();

        assertThat(project.retort("current").done().out()).isEqualTo("bbbb (head)\n");
        assertThat(project.rows("SELECT id FROM one")).containsExactly("1");
        assertThat(project.rows("SELECT id FROM two")).containsExactly("2");
        project.retort("downgrade", "base").done();
        assertThat(project.schema().tables()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aJavaRevisionFailsAndIsContinued(TestDatabase database) throws SQLException {
        Project project = new Project(folder, database);
        project.retort("init").done();
        project.write("migrations/versions/Revaaaa.java", java("no_such_table"));

        JarRun run = project.retort("upgrade", "head")
                .failed(
                        "'aaaa' (two steps)",
                        "step 2 of 3",
                        "Revaaaa.java:14",
                        "no_such_table",
                        "database: ",
                        "the database is at base");
        assertHalf(project, run, database.product());

        project.write("migrations/versions/Revaaaa.java", java("two"));
        project.retort("upgrade", "head").done();

        assertThat(project.retort("current").done().out()).isEqualTo("aaaa (head)\n");
        assertThat(project.rows("SELECT id, b FROM two")).containsExactly("7|x");
        project.retort("downgrade", "base").done();
        assertThat(project.schema().tables()).isEmpty();
    }

    /** What is rolled back where DDL is transactional stays, and is known to stay, where it is not. */
    private static void assertHalf(Project project, JarRun run, String product) throws SQLException {
        if (product.equals("h2") || product.equals("mariadb")) {
            assertThat(run.err())
                    .contains("step 1 of this revision stays applied", "the next run continues with step 2");
            assertThat(project.tables()).contains("two");
        } else {
            assertThat(run.err()).contains("nothing of this revision was kept");
            assertThat(project.tables()).doesNotContain("two");
        }
    }

    private static String upgrade(String table) {
        return """
                CREATE TABLE two (id integer PRIMARY KEY);
                INSERT INTO %s VALUES (1);
                INSERT INTO two VALUES (2);""".formatted(table);
    }

    private static String java(String table) {
        return """
                import static dev.retort.migration.Definitions.*;
                import static dev.retort.migration.Types.*;

                import dev.retort.migration.Migration;
                import dev.retort.migration.Operations;
                import dev.retort.migration.Revision;

                /** two steps */
                @Revision(id = "aaaa")
                public class Revaaaa implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("two", column("id", integer()).notNull(), primaryKey("id"));
                        op.addColumn("%s", column("b", varchar(10)));
                        op.execute("INSERT INTO two VALUES (7, 'x')");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("two");
                    }
                }
                """.formatted(table);
    }
}
