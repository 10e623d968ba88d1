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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.dialect.Dialects;
import dev.retort.migration.Operations;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What stays of a run that fails, and how the next one goes on, on every database. */
class MigrationRunnerTests {

    private static final String ALL = "dev.retort.testing.TestDatabases#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void aRunThatFindsNothingToDoAsksOneQuestionAndMakesNothing(TestDatabase database) throws SQLException {
        var chain = new Chain().add("aaaa", table("one"));
        chain.upgrade(database);
        chain.prepared().clear();

        assertThat(chain.upgrade(database).applied()).isEmpty();
        assertThat(chain.prepared()).isEmpty();
        TestDatabase untouched = TestDatabases.create(database.product());
        assertThat(chain.downgrade(untouched, "base").applied()).isEmpty();
        assertThatThrownBy(() -> version(untouched)).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aFailedStepLeavesTheTruthAndTheCorrectedRevisionIsFinished(TestDatabase database) throws SQLException {
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add(
                        "bbbb",
                        table("two")
                                .andThen(table("three"))
                                .andThen(op -> op.execute("INSERT INTO nowhere VALUES (1)")));

        var failure = catchThrowableOfType(RunFailedException.class, () -> chain.upgrade(database));

        assertThat(failure.revision()).isEqualTo("bbbb");
        assertThat(failure.step()).isEqualTo(3);
        assertThat(failure.steps()).isEqualTo(3);
        assertThat(failure.statement()).isEqualTo("INSERT INTO nowhere VALUES (1)");
        assertThat(failure)
                .hasMessageContaining("; the database is at aaaa; 1 revision before it in this run stays applied");
        assertThat(version(database)).containsExactly("aaaa");
        boolean takenBack = isTransactional(database);
        assertThat(exists(database, "two")).isEqualTo(!takenBack);
        assertThat(failure.getMessage())
                .contains(
                        takenBack
                                ? "nothing of this revision was kept"
                                : "steps 1 to 2 of this revision stay applied; the next run continues with step 3");

        chain.add(
                "bbbb", table("two").andThen(table("three")).andThen(op -> op.execute("INSERT INTO three VALUES (1)")));
        var resumed = new int[1];
        chain.with(resumedAt(resumed)).upgrade(database);

        assertThat(resumed[0]).isEqualTo(takenBack ? 1 : 3);
        assertThat(version(database)).containsExactly("bbbb");
        assertThat(rows(database, "SELECT id FROM three")).containsExactly("1");
        assertThat(journal(database)).isEmpty();
        assertThat(rows(database, "SELECT revision FROM retort_history ORDER BY started_at, revision"))
                .containsExactly("aaaa", "bbbb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void whatIsHalfAppliedCannotBeEditedNorPassedOver(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain()
                .add("aaaa", table("zero"))
                .add(
                        "bbbb",
                        table("one").andThen(op -> op.execute("INSERT INTO nowhere VALUES (1)")),
                        op -> op.dropTable("one"));
        assertThatThrownBy(() -> chain.upgrade(database)).isInstanceOf(RunFailedException.class);

        assertThatThrownBy(() -> chain.downgrade(database, "base"))
                .hasMessage(
                        "The upgrade of revision 'bbbb' was interrupted half-way; nothing else can run before it is finished");
        chain.add("bbbb", table("other").andThen(table("one")));
        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining(
                        "Revision 'bbbb' is half applied, and its operation 1 is no longer the one that was run");
        assertThat(exists(database, "other")).isFalse();

        chain.add("bbbb", table("one").andThen(table("other")));
        chain.upgrade(database);
        assertThat(exists(database, "other")).isTrue();
        assertThat(version(database)).containsExactly("bbbb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void aStampOverrulesWhatIsHalfApplied(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain()
                .add("aaaa", table("zero"))
                .add("bbbb", table("one").andThen(op -> op.execute("INSERT INTO nowhere VALUES (1)")));
        assertThatThrownBy(() -> chain.upgrade(database)).isInstanceOf(RunFailedException.class);
        assertThat(journal(database)).isNotEmpty();

        database.run("DROP TABLE one");
        assertThat(chain.stamp(database, "aaaa", false).applied()).isEmpty();

        assertThat(journal(database)).isEmpty();
        chain.add("bbbb", table("one"));
        chain.upgrade(database);
        assertThat(version(database)).containsExactly("bbbb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void anOperationThatIsDoneInPartCanBeCorrected(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain()
                .add(
                        "aaaa",
                        op -> op.createTable(
                                "one",
                                column("id", integer()).notNull(),
                                primaryKey("id"),
                                index("ix_one", "one", "idd")));

        var failure = catchThrowableOfType(RunFailedException.class, () -> chain.upgrade(database));

        assertThat(failure).hasMessageContaining("no step of this revision is finished; step 1 is partly applied");
        chain.add(
                "aaaa",
                op -> op.createTable(
                        "one", column("id", integer()).notNull(), primaryKey("id"), index("ix_one", "one", "id")));
        chain.upgrade(database);
        assertThat(version(database)).containsExactly("aaaa");
        assertThat(journal(database)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void oneTransactionForAllTakesEverythingBack(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain()
                .add("aaaa", table("one"))
                .add("bbbb", table("two"))
                .add("cccc", op -> op.execute("INSERT INTO nowhere VALUES (1)"))
                .allInOne();

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining(
                        "; the database is at base; 2 revisions before it in this run were taken back too");

        assertThat(version(database)).isEmpty();
        assertThat(exists(database, "one")).isFalse();
        chain.add("cccc", table("three")).upgrade(database);
        assertThat(version(database)).containsExactly("cccc");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aCallbackRunsBeforeTheCommitAndTakesTheStepBackWhenItThrows(TestDatabase database) throws SQLException {
        var chain = new Chain().add("aaaa", table("one")).add("bbbb", op -> op.execute("INSERT INTO one VALUES (7)"));
        chain.with((step, connection) -> {
            if (step.to().contains("bbbb")) {
                try (var statement = connection.createStatement()) {
                    statement.execute("INSERT INTO one VALUES (8)");
                }
                throw new IllegalStateException("not today");
            }
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("Upgrade to revision 'bbbb' (make bbbb) failed")
                .hasMessageContaining("not today");

        assertThat(version(database)).containsExactly("aaaa");
        assertThat(rows(database, "SELECT id FROM one")).isEmpty();
        chain.with((step, connection) -> {}).upgrade(database);
        assertThat(rows(database, "SELECT id FROM one")).containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void whatACallbackCommitsByMakingATableStandsWhole(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain()
                .add("aaaa", table("one"), op -> op.dropTable("one"))
                .add("bbbb", table("two"), op -> op.dropTable("two"));
        chain.with((step, connection) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE note_%s_%s (id integer)"
                        .formatted(step.direction(), step.to().size()));
            }
            throw new IllegalStateException("boom");
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("failed in a callback of onVersionApply\n")
                .hasMessageContaining(
                        "state: the revision stays applied, because the callback committed it, and is not called again")
                .hasMessageContaining("; the database is at aaaa");
        assertThat(journal(database)).isEmpty();
        assertThat(rows(database, "SELECT revision FROM retort_history")).containsExactly("aaaa");
        assertThatThrownBy(() -> chain.downgrade(database, "base"))
                .hasMessageContaining("state: the revision stays taken back, because")
                .hasMessageContaining("; the database is at base");
        assertThat(journal(database)).isEmpty();

        chain.with((step, connection) -> {}).upgrade(database);
        assertThat(version(database)).containsExactly("bbbb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void aRevisionWhoseRowIsThereIsNotHalfApplied(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain().add("aaaa", table("one").andThen(op -> op.execute("INSERT INTO nowhere VALUES (1)")));
        assertThatThrownBy(() -> chain.upgrade(database)).isInstanceOf(RunFailedException.class);
        database.run("INSERT INTO alembic_version VALUES ('aaaa')");

        assertThat(chain.upgrade(database).applied()).isEmpty();
        chain.add("bbbb", table("two")).upgrade(database);

        assertThat(version(database)).containsExactly("bbbb");
        assertThat(journal(database)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anErrorInCodeIsAFailureOfItsStep(TestDatabase database) throws SQLException {
        var chain = new Chain()
                .add(
                        "aaaa",
                        table("one")
                                .andThen(op -> op.run("fill it", connection -> {
                                    throw new NoClassDefFoundError("com/example/Names");
                                })));

        assertThatThrownBy(() -> chain.upgrade(database))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("failed in step 2 of 2: fill it\n")
                .hasMessageContaining("cause: java.lang.NoClassDefFoundError: com/example/Names\n  state: ")
                .extracting(failure -> ((RunFailedException) failure).hint())
                .isEqualTo("let class_path name what the code needs, and run the command again");
        assertThat(version(database)).isEmpty();
        chain.add("aaaa", table("one")).with((step, connection) -> {
            throw new AssertionError("no");
        });
        assertThatThrownBy(() -> chain.upgrade(database))
                .hasMessageContaining("failed in a callback of onVersionApply\n  cause: java.lang.AssertionError: no\n")
                .hasMessageContaining("; the database is at base");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aDatabaseThatAlembicMadeIsTakenOver(TestDatabase database) throws SQLException {
        database.run(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
                        + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                "INSERT INTO alembic_version (version_num) VALUES ('aaaa')",
                "CREATE TABLE one (id INTEGER NOT NULL PRIMARY KEY)");
        var chain = new Chain()
                .add("aaaa", table("one"), op -> op.dropTable("one"))
                .add("bbbb", table("two"), op -> op.dropTable("two"));

        chain.upgrade(database);
        assertThat(version(database)).containsExactly("bbbb");
        chain.downgrade(database, "base");
        assertThat(version(database)).isEmpty();
        assertThat(exists(database, "one")).isFalse();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aPurgingStampReplacesWhateverTheRowsSay(TestDatabase database) throws SQLException {
        var chain = new Chain().add("aaaa", table("one")).add("bbbb", table("two"));
        chain.upgrade(database);
        database.run("UPDATE alembic_version SET version_num = 'lost'", "INSERT INTO alembic_version VALUES ('gone')");
        chain.with((step, connection) -> {
            throw new IllegalStateException("not today");
        });

        assertThatThrownBy(() -> chain.stamp(database, "aaaa", true)).hasMessageContaining("not today");
        assertThat(version(database)).containsExactly("gone", "lost");

        chain.with((step, connection) -> {}).stamp(database, "aaaa", true);
        assertThat(version(database)).containsExactly("aaaa");
    }

    @Test
    void aSectionForADialectThatDoesNotExistIsRefused() {
        var chain = new Chain();
        chain.put(
                "aaaa",
                new dev.retort.script.SqlRevision(
                        List.of(
                                new dev.retort.script.SqlSection(
                                        false, java.util.Optional.empty(), "-- upgrade\n", "", 3),
                                new dev.retort.script.SqlSection(
                                        false, java.util.Optional.of("postgres"), "-- upgrade postgres\n", "", 5)),
                        "aaaa.sql"));

        assertThatThrownBy(() -> chain.upgrade(TestDatabases.h2()))
                .hasMessageContaining("aaaa.sql:4: section 'upgrade postgres' is for a dialect that does not exist");
    }

    private static Consumer<Operations> table(String name) {
        return op -> op.createTable(name, column("id", integer()).notNull(), primaryKey("id"));
    }

    private static RunListener resumedAt(int[] first) {
        return new RunListener() {
            @Override
            public void started(dev.retort.revision.PlanStep step, int resumedAt) {
                first[0] = resumedAt;
            }
        };
    }

    static boolean exists(TestDatabase database, String table) {
        try {
            rows(database, "SELECT * FROM " + table);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isTransactional(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return Dialects.of(connection).transactionalDdl();
        }
    }
}
