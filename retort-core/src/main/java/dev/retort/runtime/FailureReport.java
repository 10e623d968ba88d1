package dev.retort.runtime;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.revision.Direction;
import dev.retort.revision.PlanStep;

/** Ends a failed step: takes back what can be taken back, and says what failed, where, and what stays. */
final class FailureReport {

    private static final int LONGEST_STATEMENT = 2000;
    private static final int VALIDITY_SECONDS = 5;

    private final Session session;
    private final PlanStep step;
    private final List<LocatedOperation> operations;
    private final @Nullable RevisionRun run;
    private final AppliedSteps applied;
    private boolean lost;

    FailureReport(
            Session session,
            PlanStep step,
            List<LocatedOperation> operations,
            @Nullable RevisionRun run,
            AppliedSteps applied) {
        this.session = session;
        this.step = step;
        this.operations = operations;
        this.run = run;
        this.applied = applied;
    }

    RunFailedException of(Exception cause) {
        int current = run == null ? 0 : run.current();
        LocatedOperation operation = current == 0 ? null : operations.get(current - 1);
        String statement = run == null ? null : run.running();
        StringBuilder message = new StringBuilder(subject());
        if (operation != null) {
            message.append(" in step %d of %d: %s"
                    .formatted(current, operations.size(), operation.operation().summary()));
            message.append("\n  at: ").append(operation.place());
        }
        if (statement != null) {
            message.append("\n  statement: ").append(shortened(statement));
        }
        message.append(cause instanceof SQLException ? "\n  database: " : "\n  cause: ")
                .append(words(cause));
        message.append(state());
        return new RunFailedException(
                message.toString(),
                hint(cause),
                cause,
                step,
                new RunFailedException.Failure(
                        current,
                        operations.size(),
                        operation == null ? "" : operation.operation().summary(),
                        operation == null ? null : operation.place(),
                        statement));
    }

    private String subject() {
        if (step.revision() == null || step.direction() == Direction.STAMP) {
            return "Stamping the database with '%s' failed".formatted(String.join(", ", step.to()));
        }
        String doing = step.direction() == Direction.UPGRADE ? "Upgrade to" : "Downgrade of";
        String message = step.revision().message();
        return "%s revision '%s'%s failed"
                .formatted(doing, step.revision().id(), message.isEmpty() ? "" : " (" + message + ")");
    }

    private String state() {
        try {
            endTransaction();
            List<String> rows =
                    session.versionTable().read(session.connection()).orElse(List.of());
            return "\n  state: %s; the database is at %s"
                            .formatted(kept(), rows.isEmpty() ? "base" : String.join(", ", rows))
                    + applied.fate();
        } catch (SQLException e) {
            lost = true;
            return "\n  state: the connection was lost (%s); 'retort current' shows where the database is"
                    .formatted(words(e));
        }
    }

    /** Some databases take a transaction back by themselves when the disk is full; a rollback then finds none. */
    private void endTransaction() throws SQLException {
        try {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            if (!session.connection().isValid(VALIDITY_SECONDS)) {
                throw e;
            }
        }
    }

    private String kept() {
        return run == null ? "this run did nothing of this revision" : run.kept();
    }

    private String hint(Exception cause) {
        if (cause instanceof RetortException told) {
            return told.hint();
        }
        String hint = cause instanceof SQLException failure ? session.dialect().hint(failure) : null;
        if (hint != null) {
            return hint;
        }
        return lost
                ? "check that the database runs, then run the command again: it begins where the database really is"
                : "correct the revision, or the data it met, and run the command again";
    }

    /** Give a failure's own words, each line of them indented. */
    static String words(Exception failure) {
        String text = failure instanceof SQLException || failure instanceof RetortException
                ? String.valueOf(failure.getMessage())
                : failure.toString();
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            text = text.strip() + " (SQLState " + sql.getSQLState() + ")";
        }
        return text.strip().replace("\n", "\n    ");
    }

    private static String shortened(String statement) {
        String text = statement.length() <= LONGEST_STATEMENT
                ? statement
                : statement.substring(0, LONGEST_STATEMENT) + " ... (%d characters)".formatted(statement.length());
        return text.replace("\n", "\n    ");
    }
}
