package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RefusedException.Reason;

/** Plans what a downgrade reverts, and in which order. */
final class DowngradePlanner {

    private final GraphIndex index;
    private final Identifiers identifiers;

    DowngradePlanner(GraphIndex index) {
        this.index = index;
        this.identifiers = new Identifiers(index);
    }

    /**
     * Where to go down to.
     *
     * @param node the revision that stays, or {@link Identifiers#BASE}
     * @param branch which branch to stay on, or {@code null} for all
     */
    private record Target(int node, @Nullable String branch) {}

    Plan plan(String text, Collection<String> rowIds, boolean cascade) {
        if (text.indexOf(':') >= 0 && index.byLabel(text) == null) {
            throw OfflineRanges.notOnline(text);
        }
        boolean counted = identifiers.target(text).fromRows();
        Target absolute = counted ? null : target(text, List.of());
        List<Integer> rows = identifiers.rows(rowIds);
        Target target = absolute == null ? target(text, rows) : absolute;
        List<Integer> roots = roots(target, text);
        BitSet reverted = Reach.up(index.followers, roots);
        reverted.and(
                Reach.down(index.needs, Reach.marked(rows), roots.isEmpty() ? index.size() : Collections.min(roots)));
        if (reverted.isEmpty() && target.node() != Identifiers.BASE && !rows.contains(target.node())) {
            throw notBelow(text, target, rows);
        }
        if (!cascade) {
            refuseCascade(text, roots, reverted);
        }
        return new Plan(steps(LatestFirst.order(index, Reach.nodes(reverted), rows), rows));
    }

    private List<PlanStep> steps(int[] newestFirst, List<Integer> rows) {
        VersionRows.Reverting version = new VersionRows(index, rows).reverting(newestFirst);
        List<PlanStep> steps = new ArrayList<>(newestFirst.length);
        for (int node : newestFirst) {
            RevisionHeader header = index.header(node);
            steps.add(new PlanStep(
                    Direction.DOWNGRADE,
                    header,
                    List.of(header.id()),
                    header.downRevisions(),
                    version.downgrade(node)));
        }
        return steps;
    }

    private Target target(String text, List<Integer> rows) {
        Identifier identifier = identifiers.target(text);
        Integer steps = identifier.steps();
        if (steps == null) {
            int at = text.lastIndexOf('@');
            String symbol = text.substring(at + 1);
            refuseHeads(text, symbol);
            return new Target(identifiers.one(symbol), at < 0 ? null : text.substring(0, at));
        }
        String branch = identifier.branch();
        int node;
        if (steps >= 0) {
            if (identifier.fromRows()) {
                throw Identifiers.otherWay(text, "up", "upgrade");
            }
            BitSet line = branch == null ? null : identifiers.lineage(branch);
            node = identifiers.walk(identifiers.one(identifier.start(false)), steps, line, false, text);
        } else if (identifier.fromRows()) {
            int row = branch == null ? onlyRow(text, rows) : rowOn(branch, text, rows);
            branch = branch == null ? index.id(row) : branch;
            node = identifiers.walk(row, steps, null, false, text);
        } else {
            node = identifiers.walk(identifiers.one(identifier.start(true)), steps, null, false, text);
        }
        if (node == Identifiers.OUTSIDE) {
            throw Identifiers.outside(text);
        }
        return new Target(node, branch);
    }

    /** A head, even of one branch, is nothing to go down to where there are several: Alembic refuses it too. */
    private void refuseHeads(String text, String symbol) {
        List<Integer> heads = index.ends(index.children);
        if (heads.size() > 1 && (symbol.equals("head") || symbol.equals("heads"))) {
            List<String> ids = index.ids(heads);
            throw new RefusedException(
                    Reason.MULTIPLE_HEADS,
                    "'" + text + "' is no target of a downgrade: there are " + heads.size() + " heads, "
                            + Identifiers.quoted(ids),
                    "name the revision that is to stay, or 'base'",
                    ids);
        }
    }

    private int onlyRow(String text, List<Integer> rows) {
        if (rows.isEmpty()) {
            throw Identifiers.outside(text);
        }
        if (rows.size() > 1) {
            throw severalRows(text, rows, text);
        }
        return rows.get(0);
    }

    /** Find the row on a branch, or the one applied revision of the branch that is above all others of it. */
    private int rowOn(String branch, String text, List<Integer> rows) {
        BitSet line = identifiers.lineage(branch);
        List<Integer> found = rows.stream().filter(line::get).toList();
        if (found.isEmpty()) {
            found = HistoryPlanner.tips(index, Reach.down(index.needs, rows)).stream()
                    .filter(line::get)
                    .toList();
        }
        if (found.isEmpty()) {
            throw new RefusedException(
                    Reason.AMBIGUOUS_RELATIVE,
                    "'" + text + "' counts from branch '" + branch + "', of which nothing is applied",
                    "see what is applied with: retort current");
        }
        if (found.size() > 1) {
            throw severalRows(text, found, text.substring(text.indexOf('@') + 1));
        }
        return found.get(0);
    }

    private RefusedException severalRows(String text, List<Integer> rows, String steps) {
        List<String> candidates =
                index.ids(rows).stream().map(id -> id + "@" + steps).toList();
        return new RefusedException(
                Reason.AMBIGUOUS_RELATIVE,
                "'" + text + "' is ambiguous: the database is at " + Identifiers.quoted(index.ids(rows)),
                "say from which, for example '" + candidates.get(0) + "'",
                candidates);
    }

    /** List the revisions to revert first of all, as seen from the base: the children of the target, on its branch. */
    private List<Integer> roots(Target target, String text) {
        List<Integer> roots = new ArrayList<>();
        if (target.node() == Identifiers.BASE) {
            roots.addAll(index.ends(index.downs));
        } else {
            for (int child : index.children.of(target.node())) {
                roots.add(child);
            }
        }
        if (target.branch() == null || roots.size() < 2) {
            return roots;
        }
        BitSet below = Reach.down(index.downs, List.of(identifiers.branch(target.branch())));
        List<Integer> onBranch = roots.stream().filter(below::get).toList();
        if (onBranch.isEmpty()) {
            throw new RefusedException(
                    Reason.INVALID_DOWNGRADE_TARGET,
                    "'" + text + "' is no way down: branch '" + target.branch() + "' does not pass "
                            + Identifiers.quoted(index.ids(index.byId(roots))),
                    "name the branch by a revision above the target",
                    index.ids(roots));
        }
        return onBranch;
    }

    private RefusedException notBelow(String text, Target target, List<Integer> rows) {
        String id = index.id(target.node());
        String meaning = text.equals(id) ? "" : " means '" + id + "', which";
        return new RefusedException(
                Reason.INVALID_DOWNGRADE_TARGET,
                "'" + text + "'" + meaning + " is not below "
                        + (rows.isEmpty()
                                ? "an empty database"
                                : "the current revision(s) " + Identifiers.quoted(index.ids(rows))),
                "see what is applied with: retort current");
    }

    private void refuseCascade(String text, List<Integer> roots, BitSet reverted) {
        BitSet others = (BitSet) reverted.clone();
        others.andNot(Reach.up(index.children, roots));
        if (!others.isEmpty()) {
            List<String> ids = index.ids(index.byId(others));
            throw new RefusedException(
                    Reason.CASCADE_NEEDED,
                    "'" + text + "' would also revert " + Identifiers.quoted(ids)
                            + " of another branch, which depends on what is reverted",
                    "add --cascade to revert that too",
                    ids);
        }
    }
}
