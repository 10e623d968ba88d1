package dev.retort.operation;

import java.sql.Connection;

/**
 * Run code that needs the connection, such as a backfill.
 *
 * @param description what it does, in a few words
 * @param action the code
 */
public record Run(String description, Action action) implements Operation {

    /** Code of a migration that needs the connection. */
    @FunctionalInterface
    public interface Action {

        /**
         * Do the work on {@code connection}, which belongs to the run: ending its transaction or closing it is refused;
         * {@code unwrap} gives the driver's own.
         *
         * @throws Exception whatever went wrong; the run stops and tells it
         */
        void run(Connection connection) throws Exception;
    }

    @Override
    public Operation inverse() {
        throw new IrreversibleOperationException(
                "Cannot take back the code of step '%s'".formatted(description), "write its opposite in downgrade()");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.run(this);
    }

    @Override
    public String summary() {
        return description;
    }
}
