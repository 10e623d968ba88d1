package dev.retort.runtime;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.revision.PlanStep;

/** Says which step of which revision failed, where it was written, and in what state the database was left. */
public final class RunFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String revision;
    private final int step;
    private final int steps;
    private final @Nullable String place;
    private final @Nullable String statement;

    RunFailedException(String message, String hint, Throwable cause, PlanStep planStep, Failure failure) {
        super(message, hint, cause);
        this.revision = planStep.revision() == null
                ? String.join(", ", planStep.to())
                : planStep.revision().id();
        this.step = failure.step();
        this.steps = failure.steps();
        this.place = failure.place();
        this.statement = failure.statement();
    }

    /**
     * Where a revision failed.
     *
     * @param step the operation, from 1; 0 where none had begun or all were done
     * @param steps how many operations the revision has
     * @param summary what the operation does, or what else was being done
     * @param place file and line, or {@code null}
     * @param statement the SQL, or {@code null} for none
     */
    record Failure(
            int step,
            int steps,
            String summary,
            @Nullable String place,
            @Nullable String statement) {}

    /** Give the id of the revision that failed. */
    public String revision() {
        return revision;
    }

    /** Give the operation that failed, from 1; 0 where none had begun or all were done. */
    public int step() {
        return step;
    }

    /** Give how many operations the revision has. */
    public int steps() {
        return steps;
    }

    /** Give file and line of the operation, or {@code null}. */
    public @Nullable String place() {
        return place;
    }

    /** Give the SQL that failed, or {@code null} where none was running. */
    public @Nullable String statement() {
        return statement;
    }
}
