package dev.retort.dialect;

import java.util.List;

import dev.retort.operation.Operation;

/**
 * What the tables look like while statements are spelled out that nobody runs yet.
 *
 * <p>Changes with each operation; not safe for use by several threads.
 */
public interface TableImage extends TableLookup, AutoCloseable {

    /**
     * Take over what an operation does to the tables.
     *
     * @param operation what was spelled out
     * @param statements what it became on this database, in order
     */
    void apply(Operation operation, List<SqlStatement> statements);

    /** Let go of what was opened to answer. */
    @Override
    default void close() {}
}
