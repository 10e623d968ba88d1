package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.retort.revision.RowChange.Delete;
import dev.retort.revision.RowChange.Insert;
import dev.retort.revision.RowChange.Update;

/** The rows of the version table while a plan is carried out: one for every applied revision that nothing applied needs. */
final class VersionRows {

    private static final int NONE = -1;

    private final GraphIndex index;
    private final BitSet rows = new BitSet();
    /** Which edges of {@link GraphIndex#needs} led from an applied revision to a row that it took the place of. */
    private final BitSet replaced = new BitSet();

    VersionRows(GraphIndex index, List<Integer> rows) {
        this.index = index;
        this.rows.or(Reach.marked(rows));
    }

    /** Apply a revision: its row takes the place of the rows of what it needs. */
    void upgrade(int node) {
        // First: clearing the highest bit of a BitSet makes it look for the next lower one, word by word.
        rows.set(node);
        for (int i = index.needs.first(node); i < index.needs.end(node); i++) {
            int needed = index.needs.at(i);
            if (rows.get(needed)) {
                rows.clear(needed);
                replaced.set(i);
            }
        }
    }

    /** Tell what {@link #upgrade} did for a revision. */
    List<RowChange> upgraded(int node) {
        List<RowChange> deletes = new ArrayList<>(0);
        int last = NONE;
        for (int i = index.needs.first(node); i < index.needs.end(node); i++) {
            if (replaced.get(i)) {
                if (last != NONE) {
                    deletes.add(new Delete(index.id(last)));
                }
                last = index.needs.at(i);
            }
        }
        RowChange change = last == NONE ? new Insert(index.id(node)) : new Update(index.id(last), index.id(node));
        return followedBy(deletes, change);
    }

    /** Get ready to revert revisions, the lowest of them {@code lowest}. */
    Reverting reverting(int[] nodes) {
        return new Reverting(nodes);
    }

    private static List<RowChange> followedBy(List<RowChange> changes, RowChange last) {
        if (changes.isEmpty()) {
            return List.of(last);
        }
        changes.add(last);
        return changes;
    }

    /** Reverts revisions, each after all that need it. */
    final class Reverting {

        private final int lowest;
        private final int[] needing;

        private Reverting(int[] nodes) {
            int least = index.size();
            for (int node : nodes) {
                for (int i = index.needs.first(node); i < index.needs.end(node); i++) {
                    least = Math.min(least, index.needs.at(i));
                }
            }
            lowest = least;
            BitSet applied = Reach.down(index.needs, rows, lowest);
            needing = new int[Math.max(0, applied.length() - lowest)];
            for (int n = applied.nextSetBit(lowest); n >= 0; n = applied.nextSetBit(n + 1)) {
                for (int i = index.needs.first(n); i < index.needs.end(n); i++) {
                    if (index.needs.at(i) >= lowest) {
                        needing[index.needs.at(i) - lowest]++;
                    }
                }
            }
        }

        /** Revert a revision: the rows of what only it needed take its place. */
        List<RowChange> downgrade(int node) {
            List<Integer> uncovered = new ArrayList<>(1);
            for (int i = index.needs.first(node); i < index.needs.end(node); i++) {
                int needed = index.needs.at(i);
                if (--needing[needed - lowest] == 0 && !rows.get(needed)) {
                    rows.set(needed);
                    uncovered.add(needed);
                }
            }
            rows.clear(node);
            if (uncovered.isEmpty()) {
                return List.of(new Delete(index.id(node)));
            }
            int last = uncovered.size() - 1;
            List<RowChange> inserts = new ArrayList<>(0);
            for (int needed : uncovered.subList(0, last)) {
                inserts.add(new Insert(index.id(needed)));
            }
            return followedBy(inserts, new Update(index.id(node), index.id(uncovered.get(last))));
        }
    }
}
