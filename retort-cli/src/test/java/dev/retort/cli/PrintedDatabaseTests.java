package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.sqlRevision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database for which Retort only prints: no driver of it is on the class path, and none is looked for. */
class PrintedDatabaseTests {

    private static final String URL = "jdbc:sqlserver://localhost:1433;databaseName=shop;user=sa;password=hunter2";

    @TempDir
    private Path folder;

    @BeforeEach
    void twoRevisions() {
        CommandLineRun.done(folder, "init", "migrations");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE t (a INT)\nGO\nCREATE VIEW v AS SELECT a FROM t", "DROP VIEW v");
        sqlRevision(folder, "bbbb", "aaaa", "ALTER TABLE t ADD b INT", "ALTER TABLE t DROP COLUMN b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade head",
                "downgrade base",
                "stamp head",
                "current",
                "check",
                "plan head",
                "ensure_version",
                "revision --autogenerate -m x",
                "--json current"
            })
    void aCommandThatNeedsItSaysSo(String command) {
        CommandLineRun run = run(command);

        assertThat(run.code()).as(run.toString()).isEqualTo(1);
        assertThat(run.err() + run.out())
                .contains(
                        "Retort prints scripts for SQL Server, it does not run them",
                        "print one with 'retort upgrade base:head --sql > FILE'")
                .doesNotContain("hunter2", "class path", "\tat ");
    }

    @Test
    void scriptsArePrinted() {
        assertThat(run("upgrade head --sql").out())
                .contains("CREATE TABLE t (a INT)\nGO\n", "CREATE VIEW v AS SELECT a FROM t\nGO\n", "COMMIT\nGO\n");
        assertThat(run("upgrade aaaa:head --sql").out()).contains("SET version_num='bbbb'");
        assertThat(run("downgrade bbbb:aaaa --sql").out()).contains("ALTER TABLE t DROP COLUMN b\nGO\n");
        assertThat(run("stamp head --sql").out()).contains("INSERT INTO alembic_version");
        assertThat(run("ensure_version --sql").out()).contains("CREATE TABLE alembic_version", ")\nGO\n");
        assertThat(run("upgrade head --sql --idempotent").out())
                .contains("sp_getapplock", "EXEC (N'CREATE VIEW v AS SELECT a FROM t');");
    }

    private CommandLineRun run(String command) {
        return CommandLineRun.in(folder, ("--url " + URL + " " + command).split(" "));
    }
}
