package dev.retort.revision;

/** One change of one row of the version table; it must hit exactly one row. */
public sealed interface RowChange {

    /** Add the row {@code id}. */
    record Insert(String id) implements RowChange {}

    /** Turn the row {@code before} into {@code after}. */
    record Update(String before, String after) implements RowChange {}

    /** Remove the row {@code id}. */
    record Delete(String id) implements RowChange {}
}
