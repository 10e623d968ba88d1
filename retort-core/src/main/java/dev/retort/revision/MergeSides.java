package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What each of several revisions has that not all of them have.
 *
 * @param revisions the revisions that some of them need, in the order of an upgrade
 * @param needing for each of these, which of the several are it or need it
 */
public record MergeSides(List<RevisionHeader> revisions, List<Set<String>> needing) {

    public MergeSides {
        revisions = List.copyOf(revisions);
        needing = List.copyOf(needing);
    }

    static MergeSides of(GraphIndex index, List<Integer> merged) {
        List<BitSet> below = new ArrayList<>();
        BitSet some = new BitSet();
        for (int node : merged) {
            BitSet line = Reach.down(index.needs, List.of(node));
            below.add(line);
            some.or(line);
        }
        List<RevisionHeader> revisions = new ArrayList<>();
        List<Set<String>> needing = new ArrayList<>();
        int[] newestFirst = LatestFirst.order(index, some.stream().toArray(), merged);
        for (int at = newestFirst.length - 1; at >= 0; at--) {
            int node = newestFirst[at];
            Set<String> sides = new LinkedHashSet<>();
            for (int i = 0; i < merged.size(); i++) {
                if (below.get(i).get(node)) {
                    sides.add(index.id(merged.get(i)));
                }
            }
            if (sides.size() < merged.size()) {
                revisions.add(index.header(node));
                needing.add(sides);
            }
        }
        return new MergeSides(revisions, needing);
    }
}
