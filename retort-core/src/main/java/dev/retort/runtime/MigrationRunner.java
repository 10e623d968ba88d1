package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.MigrationSession;
import dev.retort.dialect.SqlStatement;
import dev.retort.revision.Direction;
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
     * Bring the database to where {@code planner} wants it. A database that is there already is asked one question; no code
     * is loaded, no lock taken and no table made for it.
     *
     * @throws RunFailedException if a revision fails; what was applied before it stays, and the next run continues
     * @throws SQLException if the database refuses before or after the revisions
     */
    public RunResult run(Planner planner) throws SQLException {
        try (Connection connection = connections.open()) {
            Dialect dialect = Dialects.of(connection);
            VersionTable table = new VersionTable(versionTableName, dialect);
            List<String> rows = table.read(connection).orElse(List.of());
            Plan plan = planner.plan(rows);
            if (plan.isEmpty()) {
                return new RunResult(List.of(), rows);
            }
            loader.prepare(plan.revisionIds());
            HeldLock lock = HeldLock.acquire(
                    dialect.lock(), connections, versionTableName.toString(), options.lockTimeout(), listener);
            try {
                return locked(connection, table, planner, plan.revisionIds());
            } finally {
                lock.close();
            }
        }
    }

    /** Another runner may have been at work until the lock was free: everything is asked anew. */
    private RunResult locked(Connection connection, VersionTable table, Planner planner, List<String> prepared)
            throws SQLException {
        Optional<List<String>> rows = table.read(connection);
        Plan plan = planner.plan(rows.orElse(List.of()));
        if (plan.isEmpty()) {
            return new RunResult(List.of(), rows.orElse(List.of()));
        }
        if (!plan.revisionIds().equals(prepared)) {
            loader.prepare(plan.revisionIds());
        }
        Dialect dialect = table.dialect();
        Journal journal = new Journal(dialect, options);
        List<Journal.Entry> unfinished = journal.unfinished(connection);
        checkNothingElseIsHalfApplied(plan, unfinished);
        if (rows.isEmpty()) {
            create(connection, table);
        }
        try (MigrationSession guard = dialect.session(connection)) {
            connection.setAutoCommit(false);
            Session session = new Session(connection, dialect, table, options, journal, guard);
            List<PlanStep> applied = steps(session, plan, unfinished);
            commit(session);
            connection.setAutoCommit(true);
            return new RunResult(applied, table.read(connection).orElse(List.of()));
        }
    }

    private List<PlanStep> steps(Session session, Plan plan, List<Journal.Entry> unfinished) throws SQLException {
        RevisionOperations operations = new RevisionOperations(session.dialect(), loader);
        List<PlanStep> applied = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            step(session, step, operations, unfinished, applied);
            applied.add(step);
        }
        return applied;
    }

    private void step(
            Session session,
            PlanStep step,
            RevisionOperations source,
            List<Journal.Entry> unfinished,
            List<PlanStep> applied)
            throws SQLException {
        long begun = System.nanoTime();
        boolean journalExisted = session.journal().exists();
        List<LocatedOperation> operations = List.of();
        RevisionRun run = null;
        try {
            operations = source.of(step);
            run = new RevisionRun(session, step, operations, unfinished);
            listener.started(step, run.resumedAt());
            run.run();
            if (options.transactionPerMigration() || !session.dialect().transactionalDdl()) {
                commit(session);
            }
        } catch (Exception e) {
            if (run == null || !run.journaled()) {
                session.journal().forgetCreation(journalExisted);
            }
            throw new FailureReport(session, step, operations, run, applied).of(e);
        }
        listener.finished(step, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void commit(Session session) throws SQLException {
        session.guard().beforeCommit();
        session.connection().commit();
    }

    /** A revision that was interrupted half-way must be finished before anything else runs; a stamp overrules it. */
    private static void checkNothingElseIsHalfApplied(Plan plan, List<Journal.Entry> unfinished) {
        if (unfinished.isEmpty() || plan.steps().get(0).direction() == Direction.STAMP) {
            return;
        }
        Journal.Entry half = unfinished.get(0);
        boolean resumes = plan.steps().stream()
                .anyMatch(step -> step.revision() != null
                        && step.revision().id().equals(half.revision())
                        && step.direction().name().equalsIgnoreCase(half.direction()));
        if (!resumes) {
            throw new RetortException(
                    "The %s of revision '%s' was interrupted half-way; nothing else can run before it is finished"
                            .formatted(half.direction(), half.revision()),
                    "run 'retort %s %s' to continue it, or stamp the revision the database is at"
                            .formatted(half.direction(), half.direction().equals("upgrade") ? half.revision() : "-1"));
        }
    }

    private static void create(Connection connection, VersionTable table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SqlStatement sql : table.creation()) {
                statement.execute(sql.sql());
            }
        }
    }
}
