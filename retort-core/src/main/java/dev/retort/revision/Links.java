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
            both.add(this, n);
            both.add(more, n);
            both.next();
        }
        return both.build();
    }

    /** Turn every edge around; the targets of a node come out in ascending order. */
    Links reversed() {
        int size = size();
        int[] begin = new int[size + 1];
        for (int from = 0; from < items.length; from = Part.end(from, items.length)) {
            count(from, begin);
        }
        for (int from = 0; from < size; from = Part.end(from, size)) {
            sum(from, begin);
        }
        int[] next = Arrays.copyOf(begin, size);
        int[] sources = new int[items.length];
        for (int from = 0; from < size; from = Part.end(from, size)) {
            turn(from, next, sources);
        }
        return new Links(begin, sources);
    }

    private void count(int from, int[] begin) {
        int end = Part.end(from, items.length);
        for (int i = from; i < end; i++) {
            begin[items[i] + 1]++;
        }
    }

    private void sum(int from, int[] begin) {
        int end = Part.end(from, size());
        for (int n = from; n < end; n++) {
            begin[n + 1] += begin[n];
        }
    }

    private void turn(int from, int[] next, int[] sources) {
        int end = Part.end(from, size());
        for (int n = from; n < end; n++) {
            for (int i = start[n]; i < start[n + 1]; i++) {
                sources[next[items[i]]++] = n;
            }
        }
    }

    /** Give node {@code n} the name {@code position[n]} and list the nodes by their names. */
    Links renamed(int[] position, int[] order) {
        if (isEmpty()) {
            return this;
        }
        Links renamed = new Links(new int[start.length], new int[items.length]);
        for (int from = 0; from < order.length; from = Part.end(from, order.length)) {
            renamed.take(from, this, position, order);
        }
        return renamed;
    }

    private void take(int from, Links links, int[] position, int[] order) {
        int filled = start[from];
        int end = Part.end(from, order.length);
        for (int p = from; p < end; p++) {
            int node = order[p];
            for (int i = links.start[node]; i < links.start[node + 1]; i++) {
                items[filled++] = position[links.items[i]];
            }
            start[p + 1] = filled;
        }
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

        private void add(Links links, int node) {
            for (int i = links.start[node]; i < links.start[node + 1]; i++) {
                add(links.items[i]);
            }
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
