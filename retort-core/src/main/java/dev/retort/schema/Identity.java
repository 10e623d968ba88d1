package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a database numbers the rows of a column by itself.
 *
 * @param always whether an {@code INSERT} may not give its own number
 * @param start the first number, or {@code null} for the database's own choice
 * @param increment the step, or {@code null} for the database's own choice
 */
public record Identity(
        boolean always, @Nullable Long start, @Nullable Long increment) {

    /** Describe numbering that an {@code INSERT} may override, from 1 in steps of 1. */
    public static Identity byDefault() {
        return new Identity(false, null, null);
    }
}
