package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** How far each statement of one revision got, in the journal and in memory. */
final class StatementMarks {

    private record Place(int operation, int statement) {}

    private final Connection connection;
    private final Journal journal;
    private final String revision;
    private final String direction;
    private final List<LocatedOperation> operations;
    private final Map<Place, Journal.State> states = new HashMap<>();
    private int committed;

    StatementMarks(
            Session session,
            String revision,
            String direction,
            List<LocatedOperation> operations,
            List<Journal.Entry> unfinished) {
        this.connection = session.connection();
        this.journal = session.journal();
        this.revision = revision;
        this.direction = direction;
        this.operations = operations;
        for (Journal.Entry entry : unfinished) {
            if (entry.revision().equals(revision) && entry.direction().equals(direction)) {
                checkUnchanged(entry);
                states.put(new Place(entry.operation(), entry.statement()), entry.state());
            }
        }
        this.committed = firstRemaining() - 1;
    }

    private void checkUnchanged(Journal.Entry entry) {
        if (entry.state() == Journal.State.FAILED) {
            return;
        }
        boolean same = entry.operation() <= operations.size()
                && operations.get(entry.operation() - 1).fingerprint().equals(entry.fingerprint());
        if (!same) {
            throw new RetortException(
                    "Revision '%s' is half applied, and its operation %d is no longer the one that was run"
                            .formatted(revision, entry.operation()),
                    "take back the edit of what was already run; operations behind it may be changed");
        }
    }

    boolean isDone(int operation, int statement) {
        return state(operation, statement) == Journal.State.DONE;
    }

    boolean isFailed(int operation, int statement) {
        return state(operation, statement) == Journal.State.FAILED;
    }

    /** Tell whether an earlier run had begun this statement and did not finish it. */
    boolean isBegun(int operation, int statement) {
        Journal.State state = state(operation, statement);
        return state == Journal.State.STARTED || state == Journal.State.FAILED;
    }

    private Journal.@Nullable State state(int operation, int statement) {
        return states.get(new Place(operation, statement));
    }

    void started(int operation, int statement) throws SQLException {
        journal.note(connection, entry(operation, statement, Journal.State.STARTED));
    }

    void done(int operation, int statement) throws SQLException {
        journal.note(connection, entry(operation, statement, Journal.State.DONE));
    }

    /** Write down that the database refused a statement; where the connection is gone, the mark STARTED stays true. */
    void failed(int operation, int statement) throws SQLException {
        if (connection.isValid(5)) {
            journal.note(connection, entry(operation, statement, Journal.State.FAILED));
            connection.commit();
        }
    }

    void committedUpTo(int operation) {
        committed = Math.max(committed, operation);
    }

    /** Say how many operations stay applied whatever happens next. */
    int committed() {
        return committed;
    }

    /** Say which operation is the first that is not done, from 1. */
    int firstRemaining() {
        int operation = 1;
        while (isDone(operation, 0)) {
            operation++;
        }
        return operation;
    }

    /** Describe the step as one that was applied. */
    Journal.Entry summary() {
        var text = new StringBuilder();
        operations.forEach(operation -> text.append(operation.fingerprint()));
        return new Journal.Entry(revision, direction, 0, 0, Journal.State.APPLIED, Fingerprint.of(text.toString()));
    }

    private Journal.Entry entry(int operation, int statement, Journal.State state) {
        return new Journal.Entry(
                revision,
                direction,
                operation,
                statement,
                state,
                operations.get(operation - 1).fingerprint());
    }
}
