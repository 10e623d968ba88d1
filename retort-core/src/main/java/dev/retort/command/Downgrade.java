package dev.retort.command;

import dev.retort.RetortException;
import dev.retort.revision.OfflineRange;
import dev.retort.revision.Plan;
import dev.retort.revision.RefusedException;
import dev.retort.revision.RefusedException.Reason;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.InDoubt;
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
        return run(target, cascade, InDoubt.ASK);
    }

    /**
     * Take back what the database has beyond {@code target}, after a run that was killed.
     *
     * @param target as in {@link #run(String, boolean)}
     * @param cascade as there
     * @param inDoubt what to do with a statement of which nothing tells whether it took effect
     */
    public RunResult run(String target, boolean cascade, InDoubt inDoubt) {
        RevisionGraph graph = workspace.graph();
        return workspace.runs().run(rows -> graph.downgrade(target, rows, cascade), inDoubt);
    }

    /**
     * Spell out what {@link #run(String, boolean)} would execute.
     *
     * @param range {@code start:target}
     * @param cascade as in {@link #run(String, boolean)}
     */
    public String script(String range, boolean cascade) {
        RevisionGraph graph = workspace.graph();
        OfflineRange offline = graph.offlineDowngrade(range);
        return workspace.runs().script(offline.rows(), plan(graph, offline, cascade));
    }

    /** Where the way down is refused, the database is not the one to ask. */
    private static Plan plan(RevisionGraph graph, OfflineRange range, boolean cascade) {
        try {
            return graph.downgrade(range.target(), range.rows(), cascade);
        } catch (RefusedException e) {
            boolean offTheWay =
                    e.reason() == Reason.INVALID_DOWNGRADE_TARGET || e.reason() == Reason.AMBIGUOUS_RELATIVE;
            if (offTheWay && e.candidates().isEmpty()) {
                throw new RetortException(
                        String.valueOf(e.getMessage()),
                        "write START:END with an END below START; 'retort history' shows the order",
                        e);
            }
            throw e;
        }
    }
}
