package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the journal holds of revisions that were interrupted.
 *
 * @param journal where it is from
 * @param entries their statements
 * @param settled the revisions of which it holds statements that no longer count
 */
record Unfinished(Journal journal, List<Journal.Entry> entries, Set<String> settled) {

    /** Count nothing of {@code entries}: a person has said where the database stands. */
    static Unfinished overruled(Journal journal, List<Journal.Entry> entries) {
        var revisions = new TreeSet<String>();
        entries.forEach(entry -> revisions.add(entry.revision()));
        return new Unfinished(journal, List.of(), revisions);
    }

    /** Count nothing of a revision that the version rows call applied, or taken back: they change last of all. */
    static Unfinished at(List<String> rows, Journal journal, List<Journal.Entry> entries) {
        var counting = new ArrayList<Journal.Entry>();
        var settled = new TreeSet<String>();
        for (Journal.Entry entry : entries) {
            boolean upgrade = entry.direction().equals("upgrade");
            if (rows.contains(entry.revision()) == upgrade) {
                settled.add(entry.revision());
            } else {
                counting.add(entry);
            }
        }
        return new Unfinished(journal, counting, settled);
    }

    /** Forget what no longer counts; commit is the caller's. */
    void forgetSettled(Connection connection) throws SQLException {
        for (String revision : settled) {
            journal.forget(connection, revision);
        }
    }
}
