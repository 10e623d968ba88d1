package dev.retort.revision;

import java.util.Arrays;

/**
 * Edges from every node of a graph, packed into two arrays: the targets of node {@code n} are
 * {@code items[start[n]]} up to, not including, {@code items[start[n + 1]]}.
 */
final class Links {

    private final int[] start;
    private final int[] items;

    Links(int[] start, int[] items) {
        this.start = start;
        this.items = items;
    }

    /** Have no edges. */
    static Links none(int size) {
        return new Links(new int[size + 1], new int[0]);
    }

    int size() {
        return start.length - 1;
    }

    int first(int node) {
        return start[node];
    }

    int end(int node) {
        return start[node + 1];
    }

    int at(int position) {
        return items[position];
    }

    int count(int node) {
        return start[node + 1] - start[node];
    }

    /** Copy the targets of one node. */
    int[] of(int node) {
        return Arrays.copyOfRange(items, start[node], start[node + 1]);
    }

    boolean has(int node, int target) {
        for (int i = start[node]; i < start[node + 1]; i++) {
            if (items[i] == target) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return items.length == 0;
    }

    /** Join the edges of {@code more} to these, those first that are here. */
    Links and(Links more) {
        Builder both = new Builder(size(), items.length + more.items.length);
        for (int n = 0; n < size(); n++) {
            for (int i = start[n]; i < start[n + 1]; i++) {
                both.add(items[i]);
            }
            for (int i = more.start[n]; i < more.start[n + 1]; i++) {
                both.add(more.items[i]);
            }
            both.next();
        }
        return both.build();
    }

    /** Turn every edge around; the targets of a node come out in ascending order. */
    Links reversed() {
        int size = size();
        int[] begin = new int[size + 1];
        for (int item : items) {
            begin[item + 1]++;
        }
        for (int n = 0; n < size; n++) {
            begin[n + 1] += begin[n];
        }
        int[] next = Arrays.copyOf(begin, size);
        int[] sources = new int[items.length];
        for (int n = 0; n < size; n++) {
            for (int i = start[n]; i < start[n + 1]; i++) {
                sources[next[items[i]]++] = n;
            }
        }
        return new Links(begin, sources);
    }

    /** Give node {@code n} the name {@code position[n]} and list the nodes by their names. */
    Links renamed(int[] position, int[] order) {
        if (isEmpty()) {
            return this;
        }
        int[] begin = new int[start.length];
        int[] targets = new int[items.length];
        int filled = 0;
        for (int p = 0; p < order.length; p++) {
            int node = order[p];
            for (int i = start[node]; i < start[node + 1]; i++) {
                targets[filled++] = position[items[i]];
            }
            begin[p + 1] = filled;
        }
        return new Links(begin, targets);
    }

    /** Collects edges node by node, in the order of the nodes. */
    static final class Builder {

        private final int[] start;
        private final int[] addedBy;
        private int[] items;
        private int nodes;
        private int filled;

        Builder(int size, int expected) {
            start = new int[size + 1];
            addedBy = new int[size];
            items = new int[Math.max(expected, 8)];
        }

        /** Add an edge from the node being filled, unless it is there already. */
        void add(int target) {
            if (addedBy[target] == nodes + 1) {
                return;
            }
            addedBy[target] = nodes + 1;
            if (filled == items.length) {
                items = Arrays.copyOf(items, filled * 2);
            }
            items[filled++] = target;
        }

        /** Go on to the next node. */
        void next() {
            start[++nodes] = filled;
        }

        Links build() {
            return new Links(start, filled == items.length ? items : Arrays.copyOf(items, filled));
        }
    }
}
