package dev.retort.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a product's own client reads a printed script.
 *
 * @param command the command line that reads FILE unchanged and stops at the first error, or {@code null} if there is none
 * @param utf8 the statement that says that what follows is UTF-8, or {@code null} if none is needed
 * @param opening the client's own commands, one a line, that a script must begin with; no statements
 * @param closing the client's own commands that it must end with
 * @param commits whether a statement that is in no transaction is committed at once
 */
public record ScriptClient(
        @Nullable String command, @Nullable String utf8, List<String> opening, List<String> closing, boolean commits) {

    /** A client of which nothing is known. */
    public static final ScriptClient UNKNOWN = new ScriptClient(null, null);

    public ScriptClient {
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
    }

    /** Describe a client that needs no commands of its own, and commits each statement that is in no transaction. */
    public ScriptClient(@Nullable String command, @Nullable String utf8) {
        this(command, utf8, List.of(), List.of(), true);
    }
}
