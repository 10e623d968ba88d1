package dev.retort.command;

import java.util.List;

import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;

/** The command {@code current}: the revisions the database is at. */
public final class Current {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Current(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Ask the database, with one query and without creating anything. */
    public State read() {
        List<String> rows = workspace.rows();
        RevisionGraph graph = workspace.graph();
        return new State(
                workspace.shownUrl(),
                rows,
                workspace.details(graph.current(rows)),
                workspace.details(graph.missingHeads(rows)));
    }

    /**
     * Where a database is.
     *
     * @param url the database, without a password
     * @param rows the rows of the version table
     * @param revisions the applied revisions that no other applied one follows
     * @param missingHeads the heads that are not applied; none means the database is at head
     */
    public record State(
            String url, List<String> rows, List<RevisionDetail> revisions, List<RevisionDetail> missingHeads) {

        public State {
            rows = List.copyOf(rows);
            revisions = List.copyOf(revisions);
            missingHeads = List.copyOf(missingHeads);
        }
    }
}
