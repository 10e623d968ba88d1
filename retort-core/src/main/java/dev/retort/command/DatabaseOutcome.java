package dev.retort.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/**
 * What became of one of several databases.
 *
 * @param database its name
 * @param state how far the command came with it
 * @param result what the command gave, or {@code null} if it did not come to that
 * @param failure why it failed, or {@code null} if it did not
 * @param rows its version rows after another one or itself failed, or {@code null} where none failed or the database does
 *     not answer
 */
public record DatabaseOutcome<T>(
        String database,
        State state,
        @Nullable T result,
        @Nullable RetortException failure,
        @Nullable List<String> rows) {

    /** How far a command came with a database. */
    public enum State {
        /** It did what it was asked. */
        DONE,
        /** It failed. */
        FAILED,
        /** It was not begun, because it failed with a database before. */
        UNTOUCHED
    }

    public DatabaseOutcome {
        rows = rows == null ? null : List.copyOf(rows);
    }

    /** Say in a few words where the database is now. */
    public String words() {
        String where = rows == null ? "" : ", at " + (rows.isEmpty() ? "base" : String.join(", ", rows));
        return switch (state) {
            case DONE -> "done" + where;
            case FAILED -> "failed" + (rows == null ? ", and does not say where it is" : where);
            case UNTOUCHED -> "not begun" + (rows == null ? ", and does not answer" : where);
        };
    }
}
