package dev.retort.runtime;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.operation.Run;
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
    private boolean stands;

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

    RunFailedException of(Throwable cause) {
        int current = run == null ? 0 : run.current();
        LocatedOperation operation = current == 0 ? null : operations.get(current - 1);
        String statement = run == null ? null : run.running();
        StringBuilder message = new StringBuilder(subject());
        if (operation != null) {
            message.append(" in step %d of %d: %s"
                    .formatted(current, operations.size(), operation.operation().summary()));
        } else if (isCallback()) {
            message.append(" in a callback of onVersionApply");
        }
        @Nullable String place = place(operation, cause);
        if (place != null) {
            message.append("\n  at: ").append(place);
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
                        place,
                        statement));
    }

    private boolean isCallback() {
        return run != null && run.calling();
    }

    /** Of code it is the line that failed, not the one that handed the code over. */
    private @Nullable String place(@Nullable LocatedOperation operation, Throwable cause) {
        if (operation == null) {
            return isCallback() ? FailedLine.of(cause).map(FailedLine::toString).orElse(null) : null;
        }
        return operation.operation() instanceof Run
                ? FailedLine.of(cause)
                        .filter(line -> line.isIn(operation.file()))
                        .map(line -> operation.file() + ":" + line.line())
                        .orElse(operation.place())
                : operation.place();
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
            stands = isCallback() && isDone(rows);
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

    /** Tell whether the version rows say of the step that it is done. */
    private boolean isDone(List<String> rows) {
        return step.revision() != null
                && step.direction() != Direction.STAMP
                && rows.contains(step.revision().id()) == (step.direction() == Direction.UPGRADE);
    }

    private String kept() {
        if (stands) {
            return "the revision stays %s, because the callback committed it, and is not called again for it"
                    .formatted(step.direction() == Direction.UPGRADE ? "applied" : "taken back");
        }
        return run == null ? "this run did nothing of this revision" : run.kept();
    }

    private String hint(Throwable cause) {
        if (cause instanceof RetortException told) {
            return told.hint();
        }
        String hint = cause instanceof SQLException failure ? session.dialect().hint(failure) : null;
        if (hint != null) {
            return hint;
        }
        if (lost) {
            return "check that the database runs, then run the command again: it begins where the database really is";
        }
        if (stands) {
            return "correct the callback, and do by hand what it left undone";
        }
        if (cause instanceof LinkageError) {
            return "let class_path name what the code needs, and run the command again";
        }
        return "correct %s, or the data it met, and run the command again"
                .formatted(isCallback() ? "the callback" : "the revision");
    }

    /** Give a failure's own words, each line of them indented. */
    static String words(Throwable failure) {
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
