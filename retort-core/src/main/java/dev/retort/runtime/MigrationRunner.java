package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.MigrationSession;
import dev.retort.dialect.SqlStatement;
import dev.retort.revision.Plan;
import dev.retort.revision.PlanStep;
import dev.retort.schema.QualifiedName;

/** Runs plans on a database: under a lock, each revision in a transaction where the database can do that. */
public final class MigrationRunner {

    private final ConnectionSource connections;
    private final QualifiedName versionTableName;
    private final RevisionLoader loader;
    private final RunOptions options;
    private final RunListener listener;

    /**
     * Prepare a run; nothing is opened yet.
     *
     * @param connections opens the run's own connection and that of its lock
     * @param versionTableName the table that says where the database stands
     * @param loader gives the code of the revisions
     * @param options how the run behaves
     * @param listener is told how it goes on
     */
    public MigrationRunner(
            ConnectionSource connections,
            QualifiedName versionTableName,
            RevisionLoader loader,
            RunOptions options,
            RunListener listener) {
        this.connections = connections;
        this.versionTableName = versionTableName;
        this.loader = loader;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Bring the database to where {@code planner} wants it. A database that is there already is asked one question, or a
     * second one where DDL is not transactional; no code is loaded, no lock taken and no table made for it.
     *
     * @throws RunFailedException if a revision fails; what was applied before it stays, and the next run continues
     * @throws SQLException if the database refuses before or after the revisions
     */
    public RunResult run(Planner planner) throws SQLException {
        return run(planner, false);
    }

    /**
     * Say where the database stands, whatever was going on: a revision that was interrupted half-way is forgotten, even if
     * the version rows stay as they are.
     *
     * @throws RunFailedException if the rows cannot be changed; they stay as they were
     * @throws SQLException if the database refuses before or after that
     */
    public RunResult stamp(Planner planner) throws SQLException {
        return run(planner, true);
    }

    private RunResult run(Planner planner, boolean overrules) throws SQLException {
        try (Connection connection = connections.open()) {
            Dialect dialect = Dialects.of(connection);
            VersionTable table = new VersionTable(versionTableName, dialect);
            List<String> rows = table.read(connection).orElse(List.of());
            Plan plan = planner.plan(rows);
            if (plan.isEmpty() && !overrules) {
                checkNotHalfTakenBack(connection, dialect, rows);
                return new RunResult(List.of(), rows);
            }
            prepare(dialect, plan);
            HeldLock lock = HeldLock.acquire(
                    dialect.lock(), connections, versionTableName.toString(), options.lockTimeout(), listener);
            try (lock) {
                return overrules
                        ? stamped(connection, table, planner, lock)
                        : locked(connection, table, planner, plan.revisionIds(), lock);
            }
        }
    }

    private void prepare(Dialect dialect, Plan plan) {
        loader.prepare(plan.revisionIds());
        new RevisionOperations(dialect, loader).check(plan);
    }

    /** Another runner may have been at work until the lock was free: everything is asked anew. */
    private RunResult locked(
            Connection connection, VersionTable table, Planner planner, List<String> prepared, HeldLock lock)
            throws SQLException {
        Optional<List<String>> rows = table.read(connection);
        Plan plan = planner.plan(rows.orElse(List.of()));
        if (plan.isEmpty()) {
            return new RunResult(List.of(), rows.orElse(List.of()));
        }
        if (!plan.revisionIds().equals(prepared)) {
            prepare(table.dialect(), plan);
        }
        Journal journal = new Journal(table.dialect(), options);
        Unfinished unfinished = Unfinished.at(rows.orElse(List.of()), journal, journal.unfinished(connection));
        checkNothingElseIsHalfApplied(plan, unfinished.entries());
        return applied(connection, table, plan, unfinished, lock);
    }

    private RunResult stamped(Connection connection, VersionTable table, Planner planner, HeldLock lock)
            throws SQLException {
        Plan plan = planner.plan(table.read(connection).orElse(List.of()));
        Journal journal = new Journal(table.dialect(), options);
        return applied(connection, table, plan, Unfinished.overruled(journal, journal.unfinished(connection)), lock);
    }

    private RunResult applied(
            Connection connection, VersionTable table, Plan plan, Unfinished unfinished, HeldLock lock)
            throws SQLException {
        Dialect dialect = table.dialect();
        Journal journal = unfinished.journal();
        if (!plan.isEmpty() && table.read(connection).isEmpty()) {
            create(connection, table);
        }
        if (options.history() && !dialect.transactionalDdl() && !plan.isEmpty()) {
            journal.ensure(connection);
        }
        try (MigrationSession guard = dialect.session(connection)) {
            connection.setAutoCommit(false);
            Session session = new Session(connection, dialect, table, options, journal, guard, lock);
            unfinished.forgetSettled(connection);
            AppliedSteps applied = steps(session, plan, unfinished.entries());
            session.commit();
            connection.setAutoCommit(true);
            return new RunResult(applied.all(), table.read(connection).orElse(List.of()));
        }
    }

    private AppliedSteps steps(Session session, Plan plan, List<Journal.Entry> unfinished) throws SQLException {
        RevisionOperations operations = new RevisionOperations(session.dialect(), loader);
        AppliedSteps applied = new AppliedSteps();
        for (PlanStep step : plan.steps()) {
            step(session, step, operations, unfinished, applied);
        }
        return applied;
    }

    private void step(
            Session session,
            PlanStep step,
            RevisionOperations source,
            List<Journal.Entry> unfinished,
            AppliedSteps applied)
            throws SQLException {
        long begun = System.nanoTime();
        List<LocatedOperation> operations = List.of();
        RevisionRun run = null;
        try {
            operations = source.of(step);
            run = new RevisionRun(session, step, operations, unfinished);
            listener.started(step, run.resumedAt());
            if (run.journaled()) {
                applied.committed();
            }
            run.run();
            applied.add(step);
            if (options.transactionPerMigration() || !session.dialect().transactionalDdl() || run.journaled()) {
                session.commit();
                applied.committed();
            }
        } catch (Exception | Error e) {
            applied.remove(step);
            throw new FailureReport(session, step, operations, run, applied).of(e);
        }
        if (step.revision() != null) {
            loader.forget(step.revision().id());
        }
        listener.finished(step, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** A revision that was interrupted half-way must be finished before anything else runs; a stamp overrules it. */
    private static void checkNothingElseIsHalfApplied(Plan plan, List<Journal.Entry> unfinished) {
        if (unfinished.isEmpty()) {
            return;
        }
        Journal.Entry half = unfinished.get(0);
        boolean resumes = plan.steps().stream()
                .anyMatch(step -> step.revision() != null
                        && step.revision().id().equals(half.revision())
                        && step.direction().name().equalsIgnoreCase(half.direction()));
        if (!resumes) {
            throw interrupted(half);
        }
    }

    /**
     * The version row stays until a revision is taken back wholly, so that it alone would call a half of it whole. An upgrade
     * that is interrupted, or that another runner is at, leaves a row which tells the truth.
     */
    private void checkNotHalfTakenBack(Connection connection, Dialect dialect, List<String> rows) throws SQLException {
        if (dialect.transactionalDdl()) {
            return;
        }
        for (Journal.Entry half : new Journal(dialect, options).unfinished(connection)) {
            if (half.direction().equals("downgrade") && rows.contains(half.revision())) {
                throw interrupted(half);
            }
        }
    }

    private static RetortException interrupted(Journal.Entry half) {
        return new RetortException(
                "The %s of revision '%s' was interrupted half-way; nothing else can run before it is finished"
                        .formatted(half.direction(), half.revision()),
                "run 'retort %s %s' to continue it, or stamp the revision the database is at"
                        .formatted(half.direction(), half.direction().equals("upgrade") ? half.revision() : "-1"));
    }

    private static void create(Connection connection, VersionTable table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SqlStatement sql : table.creation()) {
                statement.execute(sql.sql());
            }
        }
    }
}
