package dev.retort.dialect;

import java.sql.SQLException;

/** What one dialect does around the transactions of a run, on the connection that {@link Dialect#session} prepared. */
public interface MigrationSession extends AutoCloseable {

    /** Does nothing. */
    MigrationSession PLAIN = new MigrationSession() {};

    /**
     * Look, just before a commit, whether what was done may stand.
     *
     * @throws dev.retort.RetortException if it may not; the transaction is then to be rolled back
     */
    default void beforeCommit() throws SQLException {}

    /** Leave the connection, which has no running transaction, as it was found. */
    @Override
    default void close() throws SQLException {}
}
