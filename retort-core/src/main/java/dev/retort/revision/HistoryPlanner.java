package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RefusedException.Reason;

/** Lists parts of the history, newest first. */
final class HistoryPlanner {

    private final GraphIndex index;
    private final Identifiers identifiers;
    private final Labels labels;

    HistoryPlanner(GraphIndex index, Labels labels) {
        this.index = index;
        this.identifiers = new Identifiers(index);
        this.labels = labels;
    }

    /** The two ends of a range, as written; empty where nothing is written. */
    private record Range(String lower, String upper) {}

    static boolean needsRows(@Nullable String range) {
        if (range == null) {
            return false;
        }
        Range ends = parse(range);
        return ends.lower().equals("current") || ends.upper().equals("current");
    }

    int[] all() {
        return list(index.ends(index.followers), new BitSet(), List.of());
    }

    int[] range(String text, List<Integer> rows) {
        Range range = parse(text);
        List<Integer> lower = range.lower().equals("current")
                ? rows
                : range.lower().isEmpty() ? List.of() : identifiers.all(range.lower());
        refuseSeveral(range, lower);
        List<Integer> upper = range.upper().equals("current") && !rows.isEmpty()
                ? rows
                : new UpgradePlanner(index).targets(end(text, range.upper()), lower, true);
        UpgradePlanner.refuseOverlap(index, upper, "requested revisions");
        UpgradePlanner.refuseOverlap(index, lower, "requested revisions");
        int at = range.lower().indexOf('@');
        if (at >= 0) {
            upper = onBranch(
                    range.lower().substring(0, at), upper, range.upper().isEmpty());
        }
        BitSet below = Reach.down(index.needs, upper);
        for (int end : lower) {
            if (!below.get(end)) {
                throw new RefusedException(
                        Reason.RANGE_NOT_ANCESTOR,
                        "In '" + text + "', '" + index.id(end) + "' is not below "
                                + (upper.isEmpty()
                                        ? "the base"
                                        : Identifiers.quoted(index.ids(index.byId(new ArrayList<>(upper))))),
                        "put the earlier revision first: 'earlier:later'");
            }
        }
        return list(upper, below, lower);
    }

    /** List the applied revisions that no applied revision names as a parent. */
    static List<Integer> tips(GraphIndex index, BitSet applied) {
        BitSet tips = (BitSet) applied.clone();
        for (int n = applied.nextSetBit(0); n >= 0; n = applied.nextSetBit(n + 1)) {
            for (int i = index.downs.first(n); i < index.downs.end(n); i++) {
                tips.clear(index.downs.at(i));
            }
        }
        return index.byId(tips);
    }

    private int[] list(List<Integer> upper, BitSet below, List<Integer> lower) {
        BitSet shown = below.isEmpty() ? index.needed(upper) : (BitSet) below.clone();
        if (lower.isEmpty()) {
            return LatestFirst.order(index, Reach.nodes(shown), upper);
        }
        shown.and(Reach.up(index.children, lower));
        if (upper.stream().noneMatch(shown::get)) {
            // Dependencies alone lead from one end to the other.
            shown = Reach.up(index.followers, lower);
            shown.and(below);
        }
        List<Integer> starts = new ArrayList<>(upper);
        for (int tip : index.byId(tips(shown))) {
            if (!upper.contains(tip)) {
                starts.add(tip);
            }
        }
        return LatestFirst.order(index, Reach.nodes(shown), starts);
    }

    /** Keep those that none of the others needs. */
    private BitSet tips(BitSet shown) {
        BitSet tips = (BitSet) shown.clone();
        for (int n = shown.nextSetBit(0); n >= 0; n = shown.nextSetBit(n + 1)) {
            for (int i = index.needs.first(n); i < index.needs.end(n); i++) {
                tips.clear(index.needs.at(i));
            }
        }
        return tips;
    }

    /** Read an end that is not written, and {@code current} of an empty database, as all heads, as Alembic does. */
    private String end(String range, String upper) {
        Identifier end = identifiers.parse(upper);
        Integer steps = end.steps();
        if (end.fromRows() && steps != null && steps < 0) {
            throw new RefusedException(
                    Reason.RELATIVE_OUT_OF_RANGE,
                    "'" + range + "' ends with '" + upper + "', which counts down from the heads: only a start can",
                    "write '" + upper + ":' for the last revisions, or name the one to end with");
        }
        return upper.isEmpty() || upper.equals("current") ? "heads" : upper;
    }

    /** Refuse to count from several revisions at once. */
    private void refuseSeveral(Range range, List<Integer> lower) {
        Identifier start = identifiers.parse(range.lower());
        if (start.fromRows()
                && start.steps() != null
                && start.steps() < 0
                && !lower.isEmpty()
                && !range.upper().equals("current")) {
            List<Integer> ends = identifiers.downFromHeads(start, start.steps());
            if (ends.contains(Identifiers.BASE) || ends.contains(Identifiers.OUTSIDE)) {
                throw identifiers.multipleHeads(range.lower(), index.ends(index.followers), false);
            }
        }
        if (lower.size() > 1 && identifiers.parse(range.upper()).fromRows()) {
            throw identifiers.multipleHeads(range.upper(), lower, false);
        }
    }

    /**
     * Keep those on a branch.
     *
     * @param open whether the range has no end: it leads to the heads of the branch then, even if all heads are elsewhere
     */
    private List<Integer> onBranch(String branch, List<Integer> nodes, boolean open) {
        List<Integer> found = index.byLabel(branch) == null
                ? identifiers.on(branch, nodes)
                : nodes.stream()
                        .filter(node -> labels.of(node).contains(branch))
                        .toList();
        return found.isEmpty() && open ? identifiers.absolute(branch + "@heads") : found;
    }

    private static Range parse(String text) {
        String range = text.strip();
        int colon = range.indexOf(':');
        if (colon < 0 || range.indexOf(':', colon + 1) >= 0) {
            throw new RefusedException(
                    Reason.RANGE_SYNTAX,
                    "'" + text + "' is not a range of revisions",
                    "write '[start]:[end]', for example 'base:head' or '-3:'");
        }
        return new Range(range.substring(0, colon), range.substring(colon + 1));
    }
}
