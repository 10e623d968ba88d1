package dev.retort.command;

import java.util.List;

import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;

/** The command {@code heads}: the revisions nothing follows. */
public final class Heads {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Heads(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * List the heads.
     *
     * @param resolveDependencies whether a revision that another depends on is no head either
     */
    public List<RevisionDetail> list(boolean resolveDependencies) {
        RevisionGraph graph = workspace.graph();
        return workspace.details(resolveDependencies ? graph.realHeads() : graph.heads());
    }
}
