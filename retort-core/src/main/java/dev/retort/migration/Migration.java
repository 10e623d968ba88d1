package dev.retort.migration;

import dev.retort.RetortException;

/**
 * The code of a revision: what it does to a database, and how that is taken back.
 *
 * <p>A migration notes operations down; it does not execute them. It is a public class with a public constructor without
 * parameters, named as its file.
 */
public interface Migration {

    /** Note down, in order, what brings a database from the parent revision to this one. */
    void upgrade(Operations op);

    /**
     * Note down, in order, what brings a database back to the parent revision.
     *
     * @throws RetortException where the revision cannot be taken back, as here
     */
    default void downgrade(Operations op) {
        throw new RetortException(
                "Revision class '%s' cannot be downgraded: it has no downgrade()"
                        .formatted(getClass().getName()),
                "write downgrade(), or restore the database from a backup");
    }
}
