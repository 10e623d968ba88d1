package dev.retort.command;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.command.DatabaseOutcome.State;

/** Does the same with several databases, one after the other. */
public final class EachDatabase {

    private final List<Workspace> workspaces;

    /**
     * Work on {@code workspaces}, each of which has the name of its database.
     *
     * @throws RetortException if two of them are the same database
     */
    public EachDatabase(List<Workspace> workspaces) {
        Databases.requireDistinct(workspaces);
        this.workspaces = List.copyOf(workspaces);
    }

    /**
     * What is done with each.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Task<T> {

        /**
         * Do it.
         *
         * @throws RetortException if it fails with this database
         */
        T run(Workspace workspace);
    }

    /**
     * Do {@code task} with each.
     *
     * @param changes whether it changes databases: then the first failure ends it, and those that follow stay untouched
     * @return what became of each, in order
     */
    public <T> List<DatabaseOutcome<T>> run(boolean changes, Task<T> task) {
        List<DatabaseOutcome<T>> outcomes = new ArrayList<>();
        boolean failed = false;
        for (Workspace workspace : workspaces) {
            DatabaseOutcome<T> outcome = failed && changes
                    ? new DatabaseOutcome<>(name(workspace), State.UNTOUCHED, null, null, null)
                    : one(workspace, task);
            outcomes.add(outcome);
            failed = failed || outcome.state() == State.FAILED;
        }
        return failed ? withRows(outcomes) : List.copyOf(outcomes);
    }

    /**
     * Put together what went wrong.
     *
     * @return the first failure, with the state of all databases, or {@code null} if there was none
     */
    public static <T> @Nullable RetortException failure(List<DatabaseOutcome<T>> outcomes) {
        StringBuilder states = new StringBuilder("\n  databases:");
        RetortException first = null;
        StringBuilder message = new StringBuilder();
        for (DatabaseOutcome<T> outcome : outcomes) {
            states.append("\n    ").append(outcome.database()).append(": ").append(outcome.words());
            RetortException failure = outcome.failure();
            if (failure != null) {
                message.append(first == null ? "" : "\n").append(message(outcome.database(), failure));
                first = first == null ? failure : first;
            }
        }
        return first == null ? null : new RetortException(message.append(states).toString(), first.hint(), first);
    }

    /** Say of which database a failure tells. */
    static String message(String database, RetortException failure) {
        return "Database '%s': %s".formatted(database, failure.getMessage());
    }

    private static <T> DatabaseOutcome<T> one(Workspace workspace, Task<T> task) {
        try {
            return new DatabaseOutcome<>(name(workspace), State.DONE, task.run(workspace), null, null);
        } catch (RetortException e) {
            return new DatabaseOutcome<>(name(workspace), State.FAILED, null, e, null);
        }
    }

    private <T> List<DatabaseOutcome<T>> withRows(List<DatabaseOutcome<T>> outcomes) {
        List<DatabaseOutcome<T>> told = new ArrayList<>();
        for (int at = 0; at < outcomes.size(); at++) {
            DatabaseOutcome<T> outcome = outcomes.get(at);
            told.add(new DatabaseOutcome<>(
                    outcome.database(),
                    outcome.state(),
                    outcome.result(),
                    outcome.failure(),
                    rows(workspaces.get(at))));
        }
        return List.copyOf(told);
    }

    private static @Nullable List<String> rows(Workspace workspace) {
        try {
            return workspace.database().rows();
        } catch (RetortException e) {
            // That it does not answer is what there is to tell; of one that failed it is told already why.
            return null;
        }
    }

    private static String name(Workspace workspace) {
        return String.valueOf(workspace.choice().name());
    }
}
