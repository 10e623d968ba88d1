package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Types.integer;
import static dev.retort.runtime.Chain.journal;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.retort.migration.Operations;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Statements that PostgreSQL refuses inside a transaction, in the middle of revisions. */
@Timeout(120)
class PostgresRunTests {

    private static final String AS_IF_KILLED = "UPDATE retort_history SET state = 'STARTED' WHERE state = 'FAILED'";
    private static final String VALIDITY = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_one')";

    private final TestDatabase database = TestDatabases.postgresql();

    @Test
    void aStatementOutsideATransactionSplitsTheRevisionAndWhatStoodBeforeItStays() throws SQLException {
        var chain = new Chain()
                .add(
                        "aaaa",
                        table("one")
                                .andThen(op -> op.createIndexConcurrently(index("ix_one", "one", "id")))
                                .andThen(table("two"))
                                .andThen(op -> op.execute("INSERT INTO nowhere VALUES (1)")));

        var failure = catchThrowableOfType(RunFailedException.class, () -> chain.upgrade(database));

        assertThat(failure)
                .hasMessageContaining("steps 1 to 2 of this revision stay applied; the next run continues with step 3");
        assertThat(MigrationRunnerTests.exists(database, "one")).isTrue();
        assertThat(MigrationRunnerTests.exists(database, "two")).isFalse();
        chain.add(
                "aaaa",
                table("one")
                        .andThen(op -> op.createIndexConcurrently(index("ix_one", "one", "id")))
                        .andThen(table("two")));
        chain.upgrade(database);
        assertThat(MigrationRunnerTests.exists(database, "two")).isTrue();
        assertThat(version(database)).containsExactly("aaaa");
        assertThat(journal(database)).isEmpty();
    }

    @Test
    void anIndexThatFailedConcurrentlyIsRemovedAndBuiltAgain() throws SQLException {
        database.run("CREATE TABLE one (id integer)", "INSERT INTO one VALUES (1), (1)");
        var chain = new Chain()
                .add(
                        "aaaa",
                        op -> op.createIndexConcurrently(
                                index("ix_one", "one", "id").unique()));

        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("ix_one");
        assertThat(rows(database, VALIDITY)).containsExactly("f");
        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("could not create unique index");
        database.run("DELETE FROM one");
        chain.upgrade(database);

        assertThat(rows(database, VALIDITY)).containsExactly("t");
        assertThat(version(database)).containsExactly("aaaa");
    }

    @Test
    void soIsOneThatWasWrittenInSql() throws SQLException {
        database.run("CREATE TABLE one (id integer)", "INSERT INTO one VALUES (1), (1)");
        var chain =
                new Chain().sql("aaaa", "-- quick\nCREATE UNIQUE INDEX CONCURRENTLY ix_one\n ON public.one (id);", "");

        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("ix_one");
        assertThat(rows(database, VALIDITY)).containsExactly("f");
        database.run("DELETE FROM one");
        chain.upgrade(database);

        assertThat(rows(database, VALIDITY)).containsExactly("t");
    }

    @Test
    void oneOfWhichNothingIsLeftIsBuiltAgainWithoutAQuestion() throws SQLException {
        database.run("CREATE TABLE one (id integer)", "INSERT INTO one VALUES (1), (1)");
        var chain = new Chain().sql("aaaa", "CREATE UNIQUE INDEX CONCURRENTLY ix_one ON one (id);", "");
        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("ix_one");
        database.run("DROP INDEX ix_one", "DELETE FROM one", AS_IF_KILLED);

        chain.upgrade(database);

        assertThat(rows(database, VALIDITY)).containsExactly("t");
        assertThat(journal(database)).isEmpty();
    }

    @Test
    void oneThatAKilledStatementBuiltOrDroppedStaysSo() throws SQLException {
        database.run("CREATE TABLE one (id integer)", "CREATE INDEX ix_one ON one (id)");
        var building = new Chain().sql("aaaa", "CREATE INDEX CONCURRENTLY ix_one ON one (id);", "");
        assertThatThrownBy(() -> building.upgrade(database)).hasMessageContaining("already exists");
        database.run(AS_IF_KILLED);
        building.upgrade(database);
        assertThat(rows(database, VALIDITY)).containsExactly("t");

        var dropping = building.sql("bbbb", "DROP INDEX CONCURRENTLY ix_gone;", "");
        assertThatThrownBy(() -> dropping.upgrade(database)).hasMessageContaining("does not exist");
        database.run(AS_IF_KILLED);
        dropping.upgrade(database);
        assertThat(version(database)).containsExactly("bbbb");
    }

    @Test
    void everyStatementThatMustStandAloneRunsWhileTheLockIsHeld() throws SQLException {
        String extra = "x" + System.nanoTime();
        boolean detachesConcurrently = rows(database, "SELECT current_setting('server_version_num')::int >= 140000")
                .contains("t");
        String detachment = detachesConcurrently ? "ALTER TABLE one DETACH PARTITION one_a CONCURRENTLY;" : "";
        var chain = new Chain().sql("aaaa", """
                        CREATE TABLE one (id integer, at date) PARTITION BY RANGE (at);
                        CREATE TABLE one_a PARTITION OF one FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                        CREATE TABLE two (id integer);
                        CREATE INDEX CONCURRENTLY ix_two ON two (id);
                        REINDEX INDEX CONCURRENTLY ix_two;
                        REINDEX (VERBOSE) TABLE CONCURRENTLY two;
                        VACUUM two;
                        /* all of it */ VACUUM (ANALYZE) two;
                        ALTER SYSTEM SET work_mem = '5MB';
                        ALTER SYSTEM RESET work_mem;
                        CREATE DATABASE %1$s;
                        DROP DATABASE %1$s;
                        %2$s
                        DROP INDEX CONCURRENTLY IF EXISTS ix_two;
                        CLUSTER;
                        """.formatted(extra, detachment), "");

        chain.upgrade(database);

        assertThat(version(database)).containsExactly("aaaa");
        assertThat(journal(database)).isEmpty();
    }

    @Test
    void aRunInOneTransactionTellsWhatWasCommittedBeforeSuchAStatement() throws SQLException {
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add("bbbb", op -> op.createIndexConcurrently(index("ix_one", "one", "id")))
                .add("cccc", table("two"))
                .add("dddd", op -> op.execute("INSERT INTO nowhere VALUES (1)"))
                .allInOne();

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("the database is at bbbb; 2 revisions before it in this run stay applied;"
                        + " 1 revision before it in this run was taken back too");

        assertThat(version(database)).containsExactly("bbbb");
    }

    @Test
    void aVersionRowThatARevisionChangedItselfStopsTheRunAndNoneOfItIsKept() throws SQLException {
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add("bbbb", op -> op.execute("UPDATE alembic_version SET version_num = 'lost'"));

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("'alembic_version' was changed by somebody else: one row was to change, 0 did")
                .hasMessageContaining("the database is at aaaa");

        assertThat(version(database)).containsExactly("aaaa");
        assertThat(rows(database, "SELECT revision FROM retort_history")).containsExactly("aaaa");
    }

    @Test
    void aConstraintThatIsCheckedAtTheCommitTakesItsRevisionBack() throws SQLException {
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add("bbbb", op -> op.execute("CREATE TABLE two (id integer UNIQUE DEFERRABLE INITIALLY DEFERRED)"))
                .add("cccc", op -> op.execute("INSERT INTO two VALUES (1), (1)"));

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("Upgrade to revision 'cccc'")
                .hasMessageContaining("COMMIT")
                .hasMessageContaining("two_id_key")
                .hasMessageContaining("nothing of this revision was kept; the database is at bbbb");

        assertThat(version(database)).containsExactly("bbbb");
        assertThat(rows(database, "SELECT revision FROM retort_history ORDER BY 1"))
                .containsExactly("aaaa", "bbbb");
        chain.add("cccc", op -> op.execute("INSERT INTO two VALUES (1), (2)"));
        chain.upgrade(database);
        assertThat(rows(database, "SELECT id FROM two ORDER BY 1")).containsExactly("1", "2");
        assertThat(version(database)).containsExactly("cccc");
    }

    @Test
    void aTriggerThatFailsAtTheCommitIsNotTakenForAnotherRunner() throws SQLException {
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add("bbbb", op -> op.execute("""
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN INSERT INTO one (id) VALUES (NULL); RETURN NULL; END'"""))
                .add("cccc", op -> {
                    op.execute("CREATE TABLE two (id integer)");
                    op.execute("CREATE CONSTRAINT TRIGGER late AFTER INSERT ON two DEFERRABLE INITIALLY DEFERRED"
                            + " FOR EACH ROW EXECUTE FUNCTION refuse()");
                    op.execute("INSERT INTO two VALUES (1)");
                });

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("\"one\"")
                .hasMessageContaining("nothing of this revision was kept; the database is at bbbb")
                .hasMessageNotContaining("somebody else");
    }

    @Test
    void aRowOfHistoryThatCannotBeWrittenTakesItsRevisionBack() throws SQLException {
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add("bbbb", table("two"))
                .add("cccc", op -> op.execute("ALTER TABLE retort_history DROP COLUMN runner"));

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("INSERT INTO retort_history")
                .hasMessageContaining("nothing of this revision was kept; the database is at bbbb");

        assertThat(version(database)).containsExactly("bbbb");
        assertThat(rows(database, "SELECT revision FROM retort_history ORDER BY 1"))
                .containsExactly("aaaa", "bbbb");
    }

    @Test
    void aReadOnlyUserIsToldSoBeforeAnythingIsApplied() throws SQLException {
        var chain = new Chain().add("aaaa", table("one"));
        String role = "reader" + System.nanoTime();
        database.run(
                "CREATE ROLE " + role + " LOGIN PASSWORD 'secret'",
                "REVOKE CREATE ON SCHEMA public FROM public"); // as PostgreSQL 15 and later have it
        String url = database.url().replaceFirst("user=[^&]*", "user=" + role) + "&password=secret";
        var reader = new TestDatabase("postgresql", url);

        assertThatThrownBy(() -> chain.upgrade(reader)).hasMessageContaining("permission denied");

        database.run("ALTER DATABASE %s SET default_transaction_read_only = on"
                .formatted(rows(database, "SELECT current_database()").get(0)));
        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("read-only transaction");
        assertThat(MigrationRunnerTests.exists(database, "alembic_version")).isFalse();
    }

    @Test
    void aFullDiskLeavesTheTruthWhicheverRowItWasThatFoundNoRoom() throws SQLException {
        var chain = new Chain().add("aaaa", table("one"));
        chain.upgrade(database);
        chain.add("bbbb", table("two"));
        database.run("CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$");
        for (String written : List.of("alembic_version", "retort_history")) {
            database.run("CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON " + written
                    + " FOR EACH ROW EXECUTE FUNCTION no_room()");

            assertThatThrownBy(() -> chain.upgrade(database))
                    .isInstanceOfSatisfying(
                            RunFailedException.class,
                            failure -> assertThat(failure.hint())
                                    .isEqualTo("make room on the server's disk, and run it again"))
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("nothing of this revision was kept; the database is at aaaa");

            assertThat(version(database)).containsExactly("aaaa");
            assertThat(MigrationRunnerTests.exists(database, "two")).isFalse();
            database.run("DROP TRIGGER no_room ON " + written);
        }
        chain.upgrade(database);
        assertThat(version(database)).containsExactly("bbbb");
    }

    @Test
    void theLimitOfTemporaryFilesIsNamedWhereSortingPassesIt() throws SQLException {
        var chain = new Chain()
                .add(
                        "aaaa",
                        table("one")
                                .andThen(op -> op.execute("SET LOCAL work_mem = '64kB'"))
                                .andThen(op -> op.execute("SET LOCAL temp_file_limit = '100kB'"))
                                .andThen(
                                        op -> op.execute(
                                                "INSERT INTO one SELECT n FROM generate_series(1, 200000) n ORDER BY n % 7, n")));

        assertThatThrownBy(() -> chain.upgrade(database))
                .isInstanceOfSatisfying(
                        RunFailedException.class,
                        failure -> assertThat(failure.hint()).contains("temp_file_limit"))
                .hasMessageContaining("temporary file size exceeds temp_file_limit");
        assertThat(version(database)).isEmpty();
        assertThat(MigrationRunnerTests.exists(database, "one")).isFalse();
    }

    @Test
    void aConnectionThatIsCutLeavesTheTruth() throws SQLException {
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add("bbbb", table("two").andThen(op -> op.execute("SELECT pg_terminate_backend(pg_backend_pid())")));

        assertThatThrownBy(() -> chain.upgrade(database))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("Upgrade to revision 'bbbb' (make bbbb) failed in step 2 of 2")
                .hasMessageContaining("terminating connection")
                .hasMessageContaining("the connection was lost")
                .extracting(failure -> ((RunFailedException) failure).hint())
                .isEqualTo("check that the database runs, then run the command again: it begins where the database"
                        + " really is");

        assertThat(version(database)).containsExactly("aaaa");
        chain.add("bbbb", table("two")).upgrade(database);
        assertThat(version(database)).containsExactly("bbbb");
    }

    private static Consumer<Operations> table(String name) {
        return op -> op.createTable(name, column("id", integer()).notNull(), primaryKey("id"));
    }
}
