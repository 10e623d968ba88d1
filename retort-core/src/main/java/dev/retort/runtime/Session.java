package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.MigrationSession;

/**
 * What all steps of one run share.
 *
 * @param connection the run's own connection
 * @param dialect its dialect
 * @param versionTable where the rows are
 * @param options how the run behaves
 * @param journal what is written down beside them
 * @param guard what looks at the database before each commit
 * @param lock keeps other runners away
 */
record Session(
        Connection connection,
        Dialect dialect,
        VersionTable versionTable,
        RunOptions options,
        Journal journal,
        MigrationSession guard,
        HeldLock lock) {

    /** Commit, if what was done may stand and this run is still the only one. */
    void commit() throws SQLException {
        check();
        connection.commit();
    }

    /** Make sure that what was done may stand and this run is still the only one. */
    void check() throws SQLException {
        guard.beforeCommit();
        lock.checkNowAndThen();
    }
}
