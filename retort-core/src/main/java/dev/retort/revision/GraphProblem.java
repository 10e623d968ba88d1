package dev.retort.revision;

import java.util.List;

/**
 * One thing that is wrong with a set of revision headers.
 *
 * @param kind which rule is broken
 * @param message what is wrong, values in quotes
 * @param origins where, one for each revision that takes part, each once
 * @param hint one concrete fix
 */
public record GraphProblem(Kind kind, String message, List<String> origins, String hint) {

    /** The rules that a history keeps. */
    public enum Kind {
        ILLEGAL_CHARACTERS,
        ID_TOO_LONG,
        RESERVED_NAME,
        ILLEGAL_LABEL,
        DUPLICATE_ID,
        DUPLICATE_LABEL,
        LABEL_IS_ID,
        MISSING_PARENT,
        MISSING_DEPENDENCY,
        DUPLICATE_PARENT,
        SELF_LOOP,
        CYCLE,
        DEPENDENCY_SELF_LOOP,
        DEPENDENCY_CYCLE
    }

    /** Keep an unmodifiable copy. */
    public GraphProblem {
        origins = origins.stream().distinct().toList();
    }
}
