package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
     * Bring the database to where {@code planner} wants it; a database that is there is asked one question.
     *
     * @throws RunFailedException if a revision fails; what was applied before it stays
     * @throws SQLException if the connection fails
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
            prepare(plan);
            HeldLock lock = HeldLock.acquire(
                    dialect.lock(), connections, versionTableName.toString(), options.lockTimeout(), listener);
            try {
                return locked(connection, dialect, table, planner);
            } finally {
                lock.close();
            }
        }
    }

    private RunResult locked(Connection connection, Dialect dialect, VersionTable table, Planner planner)
            throws SQLException {
        Optional<List<String>> rows = table.read(connection);
        Plan plan = planner.plan(rows.orElse(List.of()));
        prepare(plan);
        RevisionOperations operations = new RevisionOperations(dialect, loader);
        List<List<LocatedOperation>> all = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            all.add(operations.of(step));
        }
        if (rows.isEmpty()) {
            create(connection, table);
        }
        List<PlanStep> applied = new ArrayList<>();
        try (MigrationSession guard = dialect.session(connection)) {
            Journal journal = new Journal(dialect, options);
            List<Journal.Entry> unfinished = journal.unfinished(connection);
            Session session = new Session(connection, dialect, table, options, journal);
            connection.setAutoCommit(false);
            for (int at = 0; at < plan.steps().size(); at++) {
                step(session, guard, plan.steps().get(at), all.get(at), unfinished);
                applied.add(plan.steps().get(at));
            }
            guard.beforeCommit();
            connection.commit();
            connection.setAutoCommit(true);
        }
        return new RunResult(applied, table.read(connection).orElse(List.of()));
    }

    private void step(
            Session session,
            MigrationSession guard,
            PlanStep step,
            List<LocatedOperation> operations,
            List<Journal.Entry> unfinished)
            throws SQLException {
        long begun = System.nanoTime();
        RevisionRun run = new RevisionRun(session, step, operations, unfinished);
        listener.started(step, run.resumedAt());
        try {
            run.run();
            if (options.transactionPerMigration() || !session.dialect().transactionalDdl()) {
                guard.beforeCommit();
                session.connection().commit();
            }
        } catch (Exception e) {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
            throw failed(session, step, operations, run, e);
        }
        listener.finished(step, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static RuntimeException failed(
            Session session, PlanStep step, List<LocatedOperation> operations, RevisionRun run, Exception cause) {
        int current = run.current();
        @Nullable
        String place = current > 0 && current <= operations.size()
                ? operations.get(current - 1).place()
                : null;
        String revision = step.revision() == null ? "stamp" : step.revision().id();
        String message = "Revision '%s' failed in step %d of %d".formatted(revision, current, operations.size())
                + (place == null ? "" : " at " + place)
                + (run.running() == null ? "" : "\n  statement: " + run.running())
                + "\n  database: " + cause.getMessage();
        String hint = cause instanceof SQLException sql ? session.dialect().hint(sql) : null;
        return new RunFailedException(
                message,
                hint == null ? "correct the revision and run the command again" : hint,
                cause,
                step,
                new RunFailedException.Failure(current, operations.size(), "", place, run.running()));
    }

    private void prepare(Plan plan) {
        List<String> ids = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            if (step.revision() != null) {
                ids.add(step.revision().id());
            }
        }
        if (!ids.isEmpty()) {
            loader.prepare(ids);
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
