package dev.retort.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.revision.Rebase;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** The command {@code rebase}: puts a branch that no database has applied upon another revision. */
public final class RebaseBranch {

    private final Workspace workspace;
    private final List<Workspace> databases;

    /** Work on {@code workspaces}, of the same revisions, one for each database that may have applied them. */
    public RebaseBranch(List<Workspace> workspaces) {
        this.workspace = workspaces.get(0);
        this.databases = List.copyOf(workspaces);
    }

    /**
     * What was done.
     *
     * @param revision the revision that has another parent now
     * @param before the parents it had
     * @param onto the parent it has
     * @param moved ids of the revisions that come along because they follow it
     * @param file its file, which was rewritten, or {@code null} if it named this parent already
     */
    public record Result(
            String revision,
            List<String> before,
            String onto,
            List<String> moved,
            @Nullable Path file) {

        public Result {
            before = List.copyOf(before);
            moved = List.copyOf(moved);
        }
    }

    /**
     * Give the first revision of the branch that is not below {@code onto} this parent.
     *
     * @param revision an identifier of one revision of the branch, usually its head
     * @param onto an identifier of the revision to put it upon
     * @param unapplied whether the caller vouches for it that no database has applied it, so that none is asked
     * @throws RetortException if the branch is applied, where it begins or ends is ambiguous, or the database cannot be asked
     */
    public Result run(String revision, String onto, boolean unapplied) {
        workspace.scripts();
        RevisionGraph graph = workspace.graph();
        Rebase rebase = graph.rebase(revision, onto);
        RevisionHeader header = rebase.revision();
        if (!rebase.changes()) {
            return new Result(header.id(), header.downRevisions(), rebase.onto(), rebase.moved(), null);
        }
        requireHistory(header, rebase.onto());
        if (!unapplied) {
            for (Workspace database : databases) {
                graph.refuseApplied(rebase, rows(database, header.id()));
            }
        }
        Path file = workspace.reparent(header.id(), rebase.onto());
        return new Result(header.id(), header.downRevisions(), rebase.onto(), rebase.moved(), file);
    }

    /** Nothing is written unless what comes of it is a history. */
    private void requireHistory(RevisionHeader moved, String parent) {
        List<RevisionHeader> headers = new ArrayList<>();
        for (RevisionHeader header : workspace.scripts().headers()) {
            headers.add(
                    header.id().equals(moved.id())
                            ? new RevisionHeader(
                                    header.id(),
                                    List.of(parent),
                                    header.branchLabels(),
                                    header.dependsOn(),
                                    header.message(),
                                    header.created(),
                                    header.origin())
                            : header);
        }
        RevisionGraph.of(headers);
    }

    private static List<String> rows(Workspace database, String id) {
        try {
            return database.rows();
        } catch (RetortException e) {
            throw new RetortException(
                    "Whether revision '%s' is applied cannot be told. %s".formatted(id, e.getMessage()),
                    "make the database reachable, or, if no database has the revision, add --unapplied",
                    e);
        }
    }
}
