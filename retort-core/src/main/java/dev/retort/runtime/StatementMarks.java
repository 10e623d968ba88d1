package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;

/** How far each statement of one revision got, in the journal and in memory. */
final class StatementMarks {

    private final Connection connection;
    private final Journal journal;
    private final String revision;
    private final String direction;
    private final List<LocatedOperation> operations;
    private final Map<Long, Journal.State> states = new HashMap<>();
    private final Map<Long, String> edited = new HashMap<>();
    private final StatementNumbers numbers = new StatementNumbers();
    private int committed;
    private int partly;

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
                states.put(place(entry.operation(), entry.statement()), entry.state());
                if (entry.statement() > 0 && entry.state() != Journal.State.FAILED) {
                    numbers.add(
                            entry,
                            entry.fingerprint().substring(entry.fingerprint().length() / 2));
                }
            }
        }
        this.committed = firstRemaining() - 1;
        for (Map.Entry<Long, Journal.State> state : states.entrySet()) {
            if (state.getValue() == Journal.State.DONE) {
                partly = Math.max(partly, operation(state.getKey()));
            }
        }
    }

    /** One number for both, because a record's own hash has to be linked at every start. */
    private static long place(int operation, int statement) {
        return ((long) operation << Integer.SIZE) | statement;
    }

    private static int operation(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    /**
     * What is done must be in the file as it was done. An operation that is done in part may be corrected, as long as its
     * first statements stay what they were; that shows at their turn.
     */
    private void checkUnchanged(Journal.Entry entry) {
        if (entry.state() == Journal.State.FAILED) {
            return;
        }
        if (entry.operation() > operations.size()) {
            throw changed(entry.operation());
        }
        String now = operations.get(entry.operation() - 1).fingerprint();
        if (entry.statement() == 0 && !entry.fingerprint().equals(now)) {
            throw changed(entry.operation());
        }
        if (entry.statement() > 0 && !entry.fingerprint().startsWith(half(now))) {
            edited.put(
                    place(entry.operation(), entry.statement()),
                    entry.fingerprint().substring(half(now).length()));
        }
    }

    private RetortException changed(int operation) {
        return new RetortException(
                "Revision '%s' is half applied, and its operation %d is no longer the one that was run"
                        .formatted(revision, operation),
                "take back the edit of what was already run; operations behind it may be changed");
    }

    /** Look whether a statement of an operation that was edited is still the one that was run. */
    void checkSame(int operation, int statement, String sql) {
        String before = edited.remove(place(operation, statement));
        if (before != null && !before.equals(half(Fingerprint.of(sql)))) {
            throw changed(operation);
        }
    }

    /**
     * Find the numbers under which an earlier run noted {@code statements}, or some that are free.
     *
     * @param before how many statements the operation has before these
     * @param all whether these are all statements of the operation
     */
    List<Integer> numbers(int operation, int before, List<SqlStatement> statements, boolean all) {
        if (!numbers.isUnderWay(operation)) {
            List<Integer> inOrder = new ArrayList<>();
            for (int number = before + 1; number <= before + statements.size(); number++) {
                inOrder.add(number);
            }
            return inOrder;
        }
        List<String> prints = statements.stream()
                .map(statement -> half(Fingerprint.of(statement.sql())))
                .toList();
        return numbers.find(operation, before, prints, all);
    }

    /** Tell whether an earlier run began a statement of this operation that the database did not refuse. */
    boolean isUnderWay(int operation) {
        return numbers.isUnderWay(operation);
    }

    /** Look whether an operation that was edited still has every statement that was run. */
    void checkComplete(int operation) {
        for (long place : edited.keySet()) {
            if (operation(place) == operation) {
                throw changed(operation);
            }
        }
    }

    private static String half(String fingerprint) {
        return fingerprint.substring(0, fingerprint.length() / 2);
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
        return states.get(place(operation, statement));
    }

    void started(int operation, int statement, String sql) throws SQLException {
        journal.note(connection, entry(operation, statement, Journal.State.STARTED, sql));
    }

    void done(int operation, int statement, String sql) throws SQLException {
        journal.note(connection, entry(operation, statement, Journal.State.DONE, sql));
    }

    /** Write down that a whole operation is done. */
    void done(int operation) throws SQLException {
        String fingerprint = operations.get(operation - 1).fingerprint();
        journal.note(connection, new Journal.Entry(revision, direction, operation, 0, Journal.State.DONE, fingerprint));
    }

    /** Write down that the database refused a statement; where the connection is gone, the mark STARTED stays true. */
    void failed(int operation, int statement, String sql) throws SQLException {
        if (connection.isValid(5)) {
            journal.note(connection, entry(operation, statement, Journal.State.FAILED, sql));
            connection.commit();
        }
    }

    void committedUpTo(int operation) {
        committed = Math.max(committed, operation);
    }

    /** Remember that a statement of this operation stays applied, though perhaps not the last of them. */
    void partOf(int operation) {
        partly = operation;
    }

    /** Say what stays applied whatever happens next. */
    String kept() {
        String part = partly > committed ? "; step %d is partly applied".formatted(partly) : "";
        if (committed == 0) {
            return "no step of this revision is finished" + part + "; the next run begins with step 1";
        }
        String steps = committed == 1 ? "step 1" : "steps 1 to " + committed;
        return committed == operations.size()
                ? "all steps of this revision stay applied; the next run finishes it"
                : "%s of this revision stay%s applied%s; the next run continues with step %d"
                        .formatted(steps, committed == 1 ? "s" : "", part, committed + 1);
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
        for (LocatedOperation operation : operations) {
            text.append(operation.fingerprint());
        }
        return new Journal.Entry(revision, direction, 0, 0, Journal.State.APPLIED, Fingerprint.of(text.toString()));
    }

    private Journal.Entry entry(int operation, int statement, Journal.State state, String sql) {
        String fingerprint = fingerprint(operations.get(operation - 1).fingerprint(), sql);
        return new Journal.Entry(revision, direction, operation, statement, state, fingerprint);
    }

    /** Tell a statement from others: half of what tells its operation, and half of its own. */
    static String fingerprint(String operation, String sql) {
        return half(operation) + half(Fingerprint.of(sql));
    }
}
