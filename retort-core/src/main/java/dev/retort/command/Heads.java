package dev.retort.command;

import java.util.ArrayList;
import java.util.List;

import dev.retort.revision.RevisionDetail;

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
        List<RevisionDetail> heads = new ArrayList<>();
        for (RevisionDetail head : workspace.heads()) {
            if (head.head() || !resolveDependencies) {
                heads.add(head);
            }
        }
        return heads;
    }
}
