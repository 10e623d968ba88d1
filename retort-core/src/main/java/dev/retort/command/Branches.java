package dev.retort.command;

import java.util.ArrayList;
import java.util.List;

import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** The command {@code branches}: the revisions that several others follow. */
public final class Branches {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Branches(Workspace workspace) {
        this.workspace = workspace;
    }

    /** List the branch points, newest first. */
    public List<Branch> list() {
        RevisionGraph graph = workspace.graph();
        List<Branch> branches = new ArrayList<>();
        for (RevisionHeader point : graph.branches()) {
            RevisionDetail detail = graph.detail(point.id());
            List<RevisionDetail> children = new ArrayList<>();
            for (String child : detail.children()) {
                children.add(graph.detail(child));
            }
            branches.add(new Branch(detail, children));
        }
        return List.copyOf(branches);
    }

    /**
     * A revision that several others follow.
     *
     * @param point the revision
     * @param children those that follow it
     */
    public record Branch(RevisionDetail point, List<RevisionDetail> children) {

        public Branch {
            children = List.copyOf(children);
        }
    }
}
