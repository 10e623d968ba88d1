package dev.retort.runtime;

import java.time.Duration;
import java.util.List;

import dev.retort.schema.QualifiedName;

/**
 * How a run behaves.
 *
 * @param transactionPerMigration whether each revision is a transaction of its own, where DDL is transactional; otherwise all
 *     are one
 * @param lockTimeout how long to wait for another runner
 * @param history whether each applied step is recorded in the history table
 * @param historyTable the name of the history and journal table
 * @param inDoubt what to do with a statement in doubt
 * @param callbacks what runs after each step, in order
 */
public record RunOptions(
        boolean transactionPerMigration,
        Duration lockTimeout,
        boolean history,
        QualifiedName historyTable,
        InDoubt inDoubt,
        List<VersionCallback> callbacks) {

    public RunOptions {
        callbacks = List.copyOf(callbacks);
    }

    /** The behaviour where nothing is set. */
    public static final RunOptions DEFAULT = new RunOptions(
            true, Duration.ofSeconds(60), true, QualifiedName.of("retort_history"), InDoubt.ASK, List.of());

    /** Run {@code callbacks} after each step. */
    public RunOptions withCallbacks(List<VersionCallback> newCallbacks) {
        return new RunOptions(transactionPerMigration, lockTimeout, history, historyTable, inDoubt, newCallbacks);
    }
}
