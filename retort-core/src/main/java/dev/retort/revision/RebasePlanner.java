package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import dev.retort.revision.RefusedException.Reason;

/** Finds the revision of a branch that has to get another parent for the branch to stand upon another revision. */
final class RebasePlanner {

    private final GraphIndex index;
    private final Identifiers identifiers;

    RebasePlanner(GraphIndex index) {
        this.index = index;
        this.identifiers = new Identifiers(index);
    }

    Rebase plan(String revision, String onto) {
        int tip = one(revision);
        int target = one(onto);
        BitSet below = Reach.down(index.downs, List.of(target));
        int first = first(revision, Reach.down(index.downs, List.of(tip)), tip, target, below);
        BitSet moved = Reach.up(index.children, List.of(first));
        boolean stays = index.header(first).downRevisions().equals(List.of(index.id(target)));
        if (!stays) {
            refuseCycle(first, target);
            refuseMerges(first, target, moved, below);
        }
        moved.clear(first);
        return new Rebase(index.header(first), index.id(target), index.ids(index.byId(moved)), !stays);
    }

    /** Refuse to move what a database with these rows has already applied. */
    void refuseApplied(Rebase rebase, Collection<String> rowIds) {
        String id = rebase.revision().id();
        BitSet applied = Reach.down(index.needs, identifiers.rows(rowIds));
        if (applied.get(identifiers.exact(id))) {
            throw new RefusedException(
                    Reason.APPLIED,
                    "Revision '" + id + "' is applied to the database and keeps its place in the history",
                    "take it back with 'retort downgrade' first, or join the branches with: retort merge");
        }
    }

    private int one(String text) {
        int node = identifiers.one(text);
        if (node == Identifiers.BASE) {
            throw new RefusedException(
                    Reason.UNKNOWN_REVISION, "'" + text + "' is no revision", "name one that retort history shows");
        }
        return node;
    }

    /** Find the one revision of the branch that has nothing of the branch below it. */
    private int first(String revision, BitSet branch, int tip, int target, BitSet belowTarget) {
        branch.andNot(belowTarget);
        List<Integer> firsts = new ArrayList<>();
        for (int node = branch.nextSetBit(0); node >= 0; node = branch.nextSetBit(node + 1)) {
            boolean follows = false;
            for (int parent : index.downs.of(node)) {
                follows |= branch.get(parent);
            }
            if (!follows) {
                firsts.add(node);
            }
        }
        if (firsts.isEmpty()) {
            throw new RefusedException(
                    Reason.NOTHING_TO_MOVE,
                    tip == target
                            ? "'" + index.id(tip) + "' cannot be put upon itself"
                            : "'" + index.id(target) + "' already comes after '" + index.id(tip) + "'",
                    "name the tip of the branch that is to move first, and behind --onto where it is to go");
        }
        if (firsts.size() > 1) {
            List<String> ids = index.ids(index.byId(firsts));
            throw new RefusedException(
                    Reason.AMBIGUOUS_REBASE,
                    "The branch of '" + revision + "' begins at several revisions: " + Identifiers.quoted(ids),
                    "move them one by one, beginning with 'retort rebase " + ids.get(0) + " --onto " + index.id(target)
                            + "'",
                    ids);
        }
        return firsts.get(0);
    }

    private void refuseCycle(int first, int target) {
        BitSet above = Reach.up(index.followers, List.of(first));
        if (above.get(target)) {
            throw new RefusedException(
                    Reason.AMBIGUOUS_REBASE,
                    "'" + index.id(target) + "' depends on '" + index.id(first)
                            + "' or on what follows it, so it cannot come before it",
                    "remove that dependency first, or put the other branch upon this one");
        }
    }

    /** A merge point that joins the branch with what will be below it would name one parent too many. */
    private void refuseMerges(int first, int target, BitSet moved, BitSet belowTarget) {
        for (int node = moved.nextSetBit(first + 1); node >= 0; node = moved.nextSetBit(node + 1)) {
            for (int parent : index.downs.of(node)) {
                if (belowTarget.get(parent)) {
                    throw new RefusedException(
                            Reason.AMBIGUOUS_REBASE,
                            "Merge point '" + index.id(node) + "' already joins the branch with '" + index.id(parent)
                                    + "', which is at or below '" + index.id(target) + "'",
                            "remove '" + index.id(parent) + "' from the parents of '" + index.id(node)
                                    + "', or delete that revision if it does nothing");
                }
            }
        }
    }
}
