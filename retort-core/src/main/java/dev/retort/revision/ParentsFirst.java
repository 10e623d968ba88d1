package dev.retort.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts nodes into an order in which parents come before children, and collects the circles that stand in the way. */
final class ParentsFirst {

    private final Links parents;
    private final Links children;
    private final int[] waitingFor;
    private final int[] order;
    private final boolean[] placed;
    private final List<int[]> circles = new ArrayList<>();
    private int filled;
    private int read;

    private ParentsFirst(Links parents) {
        this.parents = parents;
        this.children = parents.reversed();
        this.waitingFor = new int[parents.size()];
        this.order = new int[parents.size()];
        this.placed = new boolean[parents.size()];
    }

    static ParentsFirst of(Links parents) {
        ParentsFirst result = new ParentsFirst(parents);
        int size = parents.size();
        for (int from = 0; from < size; from = Part.end(from, size)) {
            result.begin(from);
        }
        result.drain();
        int[] step = new int[result.filled < size ? size : 0];
        for (int n = 0; n < size && result.filled < size; n++) {
            while (!result.placed[n]) {
                result.breakCircleBelow(n, step);
            }
        }
        return result;
    }

    /** List the nodes, each after its parents; meaningless when there are circles. */
    int[] order() {
        return order;
    }

    /** List the circles, each from a node to the parent it leads to and so on, none sharing a node with another. */
    List<int[]> circles() {
        return circles;
    }

    private void place(int node) {
        placed[node] = true;
        order[filled++] = node;
    }

    private void begin(int from) {
        int end = Part.end(from, parents.size());
        for (int n = from; n < end; n++) {
            waitingFor[n] = parents.count(n);
            if (waitingFor[n] == 0) {
                place(n);
            }
        }
    }

    private void drain() {
        while (read < filled) {
            release(order[read++]);
        }
    }

    private void release(int node) {
        for (int i = children.first(node); i < children.end(node); i++) {
            int child = children.at(i);
            if (--waitingFor[child] == 0 && !placed[child]) {
                place(child);
            }
        }
    }

    /** Every node that is left waits for a parent that is left, so walking down must come back to where it was. */
    private void breakCircleBelow(int start, int[] step) {
        int[] path = new int[16];
        int length = 0;
        int node = start;
        while (step[node] == 0) {
            if (length == path.length) {
                path = Arrays.copyOf(path, length * 2);
            }
            path[length++] = node;
            step[node] = length;
            node = leftParent(node);
        }
        int[] circle = Arrays.copyOfRange(path, step[node] - 1, length);
        circles.add(circle);
        for (int i = 0; i < length; i++) {
            step[path[i]] = 0;
        }
        for (int member : circle) {
            place(member);
        }
        drain();
    }

    private int leftParent(int node) {
        for (int i = parents.first(node); i < parents.end(node); i++) {
            if (!placed[parents.at(i)]) {
                return parents.at(i);
            }
        }
        throw new IllegalStateException("Node " + node + " waits for nothing");
    }
}
