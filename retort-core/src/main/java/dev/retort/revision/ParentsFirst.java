package dev.retort.revision;

/** Marks the nodes that can stand after all their parents: the others are on a circle, or above one. */
final class ParentsFirst {

    private final Links children;
    private final int[] waitingFor;
    private final int[] order;
    private final boolean[] placed;
    private int filled;

    private ParentsFirst(Links parents) {
        this.children = parents.reversed();
        this.waitingFor = new int[parents.size()];
        this.order = new int[parents.size()];
        this.placed = new boolean[parents.size()];
    }

    static boolean[] of(Links parents) {
        ParentsFirst result = new ParentsFirst(parents);
        for (int n = 0; n < parents.size(); n++) {
            result.waitingFor[n] = parents.count(n);
            if (result.waitingFor[n] == 0) {
                result.place(n);
            }
        }
        for (int read = 0; read < result.filled; read++) {
            result.release(result.order[read]);
        }
        return result.placed;
    }

    private void place(int node) {
        placed[node] = true;
        order[filled++] = node;
    }

    private void release(int node) {
        for (int i = children.first(node); i < children.end(node); i++) {
            int child = children.at(i);
            if (--waitingFor[child] == 0) {
                place(child);
            }
        }
    }
}
