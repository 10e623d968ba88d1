package dev.retort.command;

import dev.retort.revision.OfflineRange;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.InDoubt;
import dev.retort.runtime.RunResult;

/** The command {@code upgrade}: applies revisions. */
public final class Upgrade {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Upgrade(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Apply what the database lacks of {@code target}. A database that lacks nothing is asked one question.
     *
     * @param target an identifier: {@code head}, a revision, {@code +2} ...
     */
    public RunResult run(String target) {
        return run(target, InDoubt.ASK);
    }

    /**
     * Apply what the database lacks of {@code target}, after a run that was killed.
     *
     * @param target as in {@link #run(String)}
     * @param inDoubt what to do with a statement of which nothing tells whether it took effect
     */
    public RunResult run(String target, InDoubt inDoubt) {
        RevisionGraph graph = workspace.graph();
        return workspace.runs().run(rows -> graph.upgrade(target, rows), inDoubt);
    }

    /**
     * Spell out what {@link #run(String)} would execute.
     *
     * @param range the target, or {@code start:target} for a database that is not at base
     */
    public String script(String range) {
        RevisionGraph graph = workspace.graph();
        OfflineRange offline = graph.offlineUpgrade(range);
        return workspace.runs().script(offline.rows(), graph.upgrade(offline.target(), offline.rows()));
    }

    /**
     * Spell out a script that looks at the version table itself, so that it can be run on a database in any state.
     *
     * @param range the target, or {@code start:target} for databases of which {@code start} is known to be applied
     */
    public String repeatableScript(String range) {
        RevisionGraph graph = workspace.graph();
        OfflineRange offline = graph.offlineUpgrade(range);
        return workspace.runs().repeatableScript(offline.rows(), graph.upgrade(offline.target(), offline.rows()));
    }
}
