package dev.retort.dialect;

import java.util.List;

/**
 * What has to stand around the statements of a revision, in the transaction that holds them.
 *
 * @param before what comes before the first of them
 * @param after what comes behind the last of them, before the version rows
 */
public record Surroundings(List<SqlStatement> before, List<SqlStatement> after) {

    /** Nothing. */
    public static final Surroundings NONE = new Surroundings(List.of(), List.of());

    public Surroundings {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
