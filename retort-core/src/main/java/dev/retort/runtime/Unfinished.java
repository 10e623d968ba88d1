package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/**
 * What the journal holds of revisions that were interrupted.
 *
 * @param journal where it is from
 * @param entries their statements
 * @param overruled whether a person has said where the database stands, so that they no longer count
 */
record Unfinished(Journal journal, List<Journal.Entry> entries, boolean overruled) {

    /** Forget them if they were overruled; commit is the caller's. */
    void forgetIfOverruled(Connection connection) throws SQLException {
        if (overruled) {
            var revisions = new TreeSet<String>();
            entries.forEach(entry -> revisions.add(entry.revision()));
            for (String revision : revisions) {
                journal.forget(connection, revision);
            }
        }
    }
}
