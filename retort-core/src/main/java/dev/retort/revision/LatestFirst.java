package dev.retort.revision;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Puts revisions into the order in which Alembic shows a history: newest first, one line walked as far as it goes before
 * the next, along the first parent.
 *
 * <p>The lines under way stand in slots, in the order in which they were begun. A revision must wait while a slot holds
 * something that needs it; the walk then goes on in the first such slot. Alembic finds it in the sets of all ancestors of
 * all slots; here {@link FirstSlotAbove} finds it among the followers that are left.
 */
final class LatestFirst {

    private final Links parents;
    private final int[] followersLeft;
    private final Links followers;
    private final Slots slots;
    private final int[] output;
    /** Made when the first revision has to wait; in a straight line none does. */
    private @Nullable FirstSlotAbove above;

    private int filled;

    private LatestFirst(Links parents, Links followers) {
        this.parents = parents;
        this.followers = followers;
        this.slots = new Slots(parents.size());
        this.followersLeft = new int[parents.size()];
        for (int from = 0; from < followersLeft.length; from = Part.end(from, followersLeft.length)) {
            count(from);
        }
        this.output = new int[parents.size()];
    }

    private void count(int from) {
        int end = Part.end(from, followersLeft.length);
        for (int n = from; n < end; n++) {
            followersLeft[n] = followers.count(n);
        }
    }

    /**
     * Order {@code nodes}.
     *
     * @param index the whole graph; of what a node needs, the line to follow comes first
     * @param nodes the nodes to order, ascending; between two of them no node may be left out
     * @param heads where to begin, in this order; those outside of {@code nodes} are left out
     */
    static int[] order(GraphIndex index, int[] nodes, List<Integer> heads) {
        if (nodes.length == 0) {
            return nodes;
        }
        boolean all = nodes.length == index.size();
        Links parents = all ? index.needs : among(nodes, index.needs);
        LatestFirst walk =
                new LatestFirst(parents, all && index.needs == index.downs ? index.children : parents.reversed());
        for (int head : heads) {
            int place = Arrays.binarySearch(nodes, head);
            if (place >= 0 && !walk.slots.holds(place)) {
                walk.slots.open(place);
            }
        }
        walk.run();
        int[] order = Arrays.copyOf(walk.output, walk.filled);
        for (int i = 0; i < order.length && !all; i++) {
            order[i] = nodes[order[i]];
        }
        return order;
    }

    /** Keep the edges between {@code nodes}, and name them by their places there. */
    private static Links among(int[] nodes, Links needs) {
        int lowest = nodes[0];
        int[] local = new int[nodes[nodes.length - 1] - lowest + 1];
        for (int i = 0; i < nodes.length; i++) {
            local[nodes[i] - lowest] = i + 1;
        }
        Links.Builder parents = new Links.Builder(nodes.length, nodes.length + 16);
        for (int node : nodes) {
            for (int i = needs.first(node); i < needs.end(node); i++) {
                int parent = needs.at(i) - lowest;
                if (parent >= 0 && local[parent] > 0) {
                    parents.add(local[parent] - 1);
                }
            }
            parents.next();
        }
        return parents.build();
    }

    private void run() {
        int slot = slots.first();
        while (slot >= 0) {
            slot = step(slot);
        }
    }

    /** Write down what stands in a slot, or leave it where it must wait, and tell which slot to go on with. */
    private int step(int slot) {
        int node = slots.node(slot);
        if (followersLeft[node] > 0) {
            return firstSlotAbove(node);
        }
        output[filled++] = node;
        slots.leave(node);
        return goOn(node, slot);
    }

    private int firstSlotAbove(int node) {
        FirstSlotAbove known = above;
        if (known == null) {
            known = new FirstSlotAbove(followers, slots);
            above = known;
        }
        return known.find(node);
    }

    private int goOn(int node, int slot) {
        boolean moved = false;
        for (int i = parents.first(node); i < parents.end(node); i++) {
            int parent = parents.at(i);
            followersLeft[parent]--;
            if (slots.holds(parent)) {
                continue;
            }
            if (moved) {
                slots.open(parent);
            } else {
                slots.put(slot, parent);
                moved = true;
            }
        }
        return moved ? slot : slots.close(slot);
    }

    /** The lines under way, in the order in which they were begun. */
    static final class Slots {

        static final int NONE = -1;

        private final int[] slotOf;
        private final boolean[] left;
        private int[] node;
        private int[] before;
        private int[] after;
        private int count;
        private int first = NONE;
        private int last = NONE;

        Slots(int nodes) {
            slotOf = new int[nodes];
            Arrays.fill(slotOf, NONE);
            left = new boolean[nodes];
            node = new int[16];
            before = new int[16];
            after = new int[16];
        }

        int first() {
            return first;
        }

        /** Tell what stands in a slot, or {@link #NONE} when it is closed. */
        int node(int slot) {
            return node[slot];
        }

        int slotOf(int nodeSought) {
            return slotOf[nodeSought];
        }

        boolean holds(int nodeSought) {
            return slotOf[nodeSought] != NONE;
        }

        boolean hasLeft(int nodeSought) {
            return left[nodeSought];
        }

        void leave(int leaving) {
            left[leaving] = true;
            slotOf[leaving] = NONE;
        }

        void put(int slot, int entering) {
            node[slot] = entering;
            slotOf[entering] = slot;
        }

        void open(int entering) {
            if (count == node.length) {
                node = Arrays.copyOf(node, count * 2);
                before = Arrays.copyOf(before, count * 2);
                after = Arrays.copyOf(after, count * 2);
            }
            int slot = count++;
            before[slot] = last;
            after[slot] = NONE;
            if (last == NONE) {
                first = slot;
            } else {
                after[last] = slot;
            }
            last = slot;
            put(slot, entering);
        }

        /** Close a slot and give the one before it; the first if there is none before it. */
        int close(int slot) {
            node[slot] = NONE;
            if (before[slot] == NONE) {
                first = after[slot];
            } else {
                after[before[slot]] = after[slot];
            }
            if (after[slot] == NONE) {
                last = before[slot];
            } else {
                before[after[slot]] = before[slot];
            }
            return before[slot] == NONE ? first : before[slot];
        }
    }
}
