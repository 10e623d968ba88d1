package dev.retort.revision;

import java.util.BitSet;
import java.util.List;

/** Follows edges as far as they go. Nodes are numbered so that parents come before children, so one sweep is enough. */
final class Reach {

    private Reach() {}

    /** Mark {@code starts} and everything below them. */
    static BitSet down(Links parents, List<Integer> starts) {
        return down(parents, marked(starts), 0);
    }

    /** Mark {@code starts} and everything below them that is not below the node {@code lowest}. */
    static BitSet down(Links parents, BitSet starts, int lowest) {
        BitSet marks = (BitSet) starts.clone();
        int node = marks.length() - 1;
        while (node >= lowest && node >= 0) {
            for (int i = parents.first(node); i < parents.end(node); i++) {
                marks.set(parents.at(i));
            }
            node = node == 0 ? -1 : marks.previousSetBit(node - 1);
        }
        return marks;
    }

    /** Mark {@code starts} and everything above them. */
    static BitSet up(Links children, List<Integer> starts) {
        BitSet marks = marked(starts);
        for (int node = marks.nextSetBit(0); node >= 0; node = marks.nextSetBit(node + 1)) {
            for (int i = children.first(node); i < children.end(node); i++) {
                marks.set(children.at(i));
            }
        }
        return marks;
    }

    /** List the marked nodes, ascending. */
    static int[] nodes(BitSet marks) {
        int[] nodes = new int[marks.cardinality()];
        for (int from = 0; from < nodes.length; from = Part.end(from, nodes.length)) {
            fill(from, nodes, marks);
        }
        return nodes;
    }

    private static void fill(int from, int[] nodes, BitSet marks) {
        int end = Part.end(from, nodes.length);
        int node = from == 0 ? -1 : nodes[from - 1];
        for (int i = from; i < end; i++) {
            node = marks.nextSetBit(node + 1);
            nodes[i] = node;
        }
    }

    static BitSet marked(List<Integer> nodes) {
        BitSet marks = new BitSet();
        for (int node : nodes) {
            marks.set(node);
        }
        return marks;
    }
}
