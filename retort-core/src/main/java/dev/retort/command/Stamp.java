package dev.retort.command;

import java.util.List;

import dev.retort.revision.OfflineRange;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.RunResult;

/** The command {@code stamp}: says where a database stands, without running any revision. */
public final class Stamp {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Stamp(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Change the version table.
     *
     * @param revisions identifiers of where the database stands
     * @param purge whether to forget first what the table says, whatever that is
     */
    public RunResult run(List<String> revisions, boolean purge) {
        RevisionGraph graph = workspace.graph();
        return workspace.runs().stamp(rows -> graph.stamp(revisions, rows, purge));
    }

    /**
     * Spell out what {@link #run} would execute.
     *
     * @param revisions identifiers, one of them perhaps {@code start:target}
     */
    public String script(List<String> revisions) {
        RevisionGraph graph = workspace.graph();
        OfflineRange offline = graph.offlineStamp(revisions);
        return workspace.runs().script(offline.rows(), graph.stamp(offline.targets(), offline.rows(), false));
    }
}
