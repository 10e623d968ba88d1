package dev.retort.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How a product's own client reads a printed script.
 *
 * @param command the command line that reads FILE unchanged and stops at the first error, or {@code null} if there is none
 * @param utf8 the statement that says that what follows is UTF-8, or {@code null} if none is needed
 */
public record ScriptClient(
        @Nullable String command, @Nullable String utf8) {

    /** A client of which nothing is known. */
    public static final ScriptClient UNKNOWN = new ScriptClient(null, null);
}
