package dev.retort.revision;

import java.util.BitSet;
import java.util.List;

/** Finds what some revisions need that other revisions do not bring along, looking no further down than it must. */
final class Missing {

    private final Links needs;
    private final BitSet wanted;
    private final BitSet there;
    private int open;

    private Missing(Links needs, List<Integer> targets, List<Integer> rows) {
        this.needs = needs;
        this.wanted = Reach.marked(targets);
        this.there = Reach.marked(rows);
    }

    /** List, ascending, all that {@code targets} need and are, without all that {@code rows} need and are. */
    static int[] from(GraphIndex index, List<Integer> targets, List<Integer> rows) {
        return rows.isEmpty() ? Reach.nodes(index.needed(targets)) : new Missing(index.needs, targets, rows).sweep();
    }

    private int[] sweep() {
        BitSet missing = (BitSet) wanted.clone();
        missing.andNot(there);
        open = missing.cardinality();
        int node = Math.max(wanted.length(), there.length()) - 1;
        while (node >= 0 && open > 0) {
            if (there.get(node)) {
                passOnThere(node, missing);
            } else if (missing.get(node)) {
                open--;
                passOnWanted(node, missing);
            }
            node = node == 0 ? -1 : Math.max(missing.previousSetBit(node - 1), there.previousSetBit(node - 1));
        }
        return Reach.nodes(missing);
    }

    private void passOnThere(int node, BitSet missing) {
        for (int i = needs.first(node); i < needs.end(node); i++) {
            int needed = needs.at(i);
            there.set(needed);
            if (missing.get(needed)) {
                missing.clear(needed);
                open--;
            }
        }
    }

    private void passOnWanted(int node, BitSet missing) {
        for (int i = needs.first(node); i < needs.end(node); i++) {
            int needed = needs.at(i);
            if (!there.get(needed) && !missing.get(needed)) {
                missing.set(needed);
                open++;
            }
        }
    }
}
