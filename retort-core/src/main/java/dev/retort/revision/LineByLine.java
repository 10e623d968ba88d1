package dev.retort.revision;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Puts nodes into an order in which parents come before children, each line in one piece: nodes that are looked at one after
 * the other lie beside each other then.
 */
final class LineByLine {

    private static final byte BEGUN = 1;
    private static final byte PLACED = 2;

    private final Links parents;
    private final byte[] state;
    private final int[] order;
    private int filled;
    /** The nodes under way, and at which of their parents each has come. */
    private int[] path = new int[64];

    private int[] at = new int[64];
    private int depth;
    private boolean circle;

    private LineByLine(Links parents) {
        this.parents = parents;
        this.state = new byte[parents.size()];
        this.order = new int[parents.size()];
    }

    /** List the nodes, each after its parents; {@code null} where circles stand in the way. */
    static int @Nullable [] order(Links parents) {
        LineByLine walk = new LineByLine(parents);
        for (int n = 0; n < parents.size() && !walk.circle; n++) {
            walk.begin(n);
            while (walk.depth > 0) {
                walk.step();
            }
        }
        return walk.circle ? null : walk.order;
    }

    private void begin(int node) {
        if (state[node] != 0) {
            circle |= state[node] == BEGUN;
            return;
        }
        state[node] = BEGUN;
        if (depth == path.length) {
            path = Arrays.copyOf(path, depth * 2);
            at = Arrays.copyOf(at, depth * 2);
        }
        path[depth] = node;
        at[depth++] = parents.first(node);
    }

    /** Go down to the next parent, or place the node whose parents are all placed. */
    private void step() {
        int node = path[depth - 1];
        int next = at[depth - 1];
        if (next == parents.end(node)) {
            depth--;
            state[node] = PLACED;
            order[filled++] = node;
            return;
        }
        at[depth - 1]++;
        begin(parents.at(next));
        if (circle) {
            depth = 0;
        }
    }
}
