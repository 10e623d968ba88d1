package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RefusedException.Reason;

/** Plans what an upgrade applies, and in which order. */
final class UpgradePlanner {

    private final GraphIndex index;
    private final Identifiers identifiers;

    UpgradePlanner(GraphIndex index) {
        this.index = index;
        this.identifiers = new Identifiers(index);
    }

    Plan plan(String target, Collection<String> rowIds) {
        if (target.indexOf(':') >= 0 && index.byLabel(target) == null) {
            throw OfflineRanges.notOnline(target);
        }
        boolean counted = identifiers.target(target).fromRows();
        List<Integer> absolute = counted ? List.of() : targets(target, List.of(), false);
        List<Integer> rows = identifiers.rows(rowIds);
        List<Integer> targets = counted ? targets(target, rows, false) : absolute;
        refuseOverlap(index, targets, "requested revisions");
        refuseOverlap(index, rows, "rows of the version table");
        int[] newestFirst = LatestFirst.order(index, Missing.from(index, targets, rows), targets);
        return new Plan(new UpgradeSteps(index, newestFirst, new VersionRows(index, rows)));
    }

    /**
     * Find the revisions that {@code target} means, by id.
     *
     * @param rows where a walk such as {@code +2} begins
     * @param stay whether a walk that is too long ends at the last revision
     */
    List<Integer> targets(String target, List<Integer> rows, boolean stay) {
        Identifier identifier = identifiers.target(target);
        Integer steps = identifier.steps();
        if (steps == null) {
            return index.byId(new ArrayList<>(identifiers.absolute(target)));
        }
        int start;
        BitSet line = null;
        if (identifier.fromRows()) {
            if (steps <= 0) {
                throw Identifiers.otherWay(target, "down", "downgrade");
            }
            start = start(identifier, rows);
            line = line(identifier.branch());
        } else if (steps > 0) {
            start = identifiers.one(identifier.start(false));
            line = line(identifier.branch());
        } else {
            start = identifiers.one(identifier.start(true));
        }
        int end = identifiers.walk(start, steps, line, stay, target);
        if (end == Identifiers.OUTSIDE) {
            throw Identifiers.outside(target);
        }
        return end == Identifiers.BASE ? List.of() : List.of(end);
    }

    private @Nullable BitSet line(@Nullable String branch) {
        return branch == null ? null : identifiers.lineage(branch);
    }

    /** Find the one row that {@code +N} counts from, on a branch the last applied revision of it. */
    private int start(Identifier identifier, List<Integer> rows) {
        List<Integer> starts = rows;
        if (identifier.branch() != null) {
            BitSet line = identifiers.lineage(identifier.branch());
            starts = rows.stream().filter(line::get).toList();
            if (starts.isEmpty()) {
                BitSet applied = Reach.down(index.needs, rows);
                applied.and(line);
                BitSet tips = (BitSet) applied.clone();
                applied.stream().forEach(node -> {
                    for (int needed : index.needs.of(node)) {
                        tips.clear(needed);
                    }
                });
                starts = index.byId(tips);
            }
        }
        if (starts.size() > 1) {
            List<String> candidates = index.ids(starts).stream()
                    .map(id ->
                            id + identifier.text().substring(identifier.text().indexOf('@') + 1))
                    .toList();
            throw new RefusedException(
                    Reason.AMBIGUOUS_RELATIVE,
                    "'" + identifier.text() + "' is ambiguous: the database is at "
                            + Identifiers.quoted(index.ids(starts)),
                    "say where to count from, for example '" + candidates.get(0) + "', or use 'heads'",
                    candidates);
        }
        return starts.isEmpty() ? Identifiers.BASE : starts.get(0);
    }

    /** Refuse revisions of which one needs another. */
    static void refuseOverlap(GraphIndex index, List<Integer> nodes, String what) {
        if (nodes.size() < 2) {
            return;
        }
        BitSet marked = Reach.marked(nodes);
        BitSet below = new BitSet();
        for (int node : nodes) {
            for (int needed : index.needs.of(node)) {
                below.set(needed);
            }
        }
        below = Reach.down(index.needs, below, marked.nextSetBit(0));
        below.and(marked);
        if (!below.isEmpty()) {
            marked.andNot(below);
            throw new RefusedException(
                    Reason.OVERLAPPING_REVISIONS,
                    "Of the " + what + ", " + Identifiers.quoted(index.ids(index.byId(marked))) + " already needs "
                            + Identifiers.quoted(index.ids(index.byId(below))),
                    what.startsWith("rows")
                            ? "repair the table with: retort stamp --purge "
                                    + String.join(" ", index.ids(index.byId(marked)))
                            : "leave out " + Identifiers.quoted(index.ids(index.byId(below))));
        }
    }
}
