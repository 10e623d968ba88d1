package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.sqlRevision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle by the command line: its scripts are printed, and nothing else is had. */
class OracleScriptCommandTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void aRevision() {
        CommandLineRun.done(folder, "init", "migrations");
        sqlRevision(
                folder,
                "aaaa",
                "",
                "SET DEFINE OFF\nCREATE TABLE t (a NUMBER);\nBEGIN\n  NULL;\nEND;\n/\nDELETE FROM t WHERE a = 1",
                "DROP TABLE t");
    }

    @Test
    void theStatementsOfASqlRevisionArePrintedForItsClient() {
        assertThat(run("upgrade head --sql").out())
                .contains("SET SQLTERMINATOR OFF\nSET BLOCKTERMINATOR OFF\n\nCREATE TABLE alembic_version (")
                .contains("""
                        CREATE TABLE t (a NUMBER)
                        /

                        BEGIN
                          NULL;
                        END;
                        /

                        DELETE FROM t WHERE a = 1
                        /

                        INSERT INTO alembic_version (version_num) VALUES ('aaaa')
                        /

                        COMMIT
                        /

                        EXIT
                        """);
        assertThat(run("ensure_version --sql").out())
                .startsWith("WHENEVER OSERROR EXIT FAILURE ROLLBACK\n")
                .endsWith("\n)\n/\nEXIT\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade head", "current", "revision --autogenerate -m x"})
    void aCommandThatNeedsTheDatabaseIsRefused(String command) {
        CommandLineRun run = run(command);

        assertThat(run.code()).as(run.toString()).isEqualTo(1);
        assertThat(run.err())
                .contains("Retort prints scripts for Oracle, it does not run them")
                .doesNotContain("hunter2");
    }

    @Test
    void anIdempotentScriptIsRefusedWithAWayOut() {
        assertThat(run("upgrade head --sql --idempotent").err())
                .contains("A script for oracle cannot look at the version table itself")
                .contains("hint: leave out --idempotent and name a range, as in a1b2:head\n");
    }

    private CommandLineRun run(String command) {
        return CommandLineRun.in(folder, ("--url jdbc:oracle:thin:app/hunter2@//db:1521/x " + command).split(" "));
    }
}
