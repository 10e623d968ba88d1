package dev.retort.command;

import dev.retort.revision.OfflineRange;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.RunResult;

/** The command {@code downgrade}: takes revisions back. */
public final class Downgrade {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Downgrade(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Take back what the database has beyond {@code target}.
     *
     * @param target an identifier: {@code base}, a revision, {@code -1} ...
     * @param cascade whether other branches that depend on what is taken back are taken back too
     */
    public RunResult run(String target, boolean cascade) {
        RevisionGraph graph = workspace.graph();
        return workspace.runs().run(rows -> graph.downgrade(target, rows, cascade));
    }

    /**
     * Spell out what {@link #run} would execute.
     *
     * @param range {@code start:target}
     * @param cascade as in {@link #run}
     */
    public String script(String range, boolean cascade) {
        RevisionGraph graph = workspace.graph();
        OfflineRange offline = graph.offlineDowngrade(range);
        return workspace.runs().script(offline.rows(), graph.downgrade(offline.target(), offline.rows(), cascade));
    }
}
