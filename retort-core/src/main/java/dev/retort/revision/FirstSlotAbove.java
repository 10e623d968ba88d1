package dev.retort.revision;

import java.util.Arrays;

/**
 * Finds the first slot that holds something which needs a given node.
 *
 * <p>While the walk goes on, that slot only ever moves towards later ones. So what was found once is a lower bound
 * for ever, and stays exact as long as the slot holds what it held then. Every node keeps its followers in a heap by
 * their lower bounds, so that a node with thousands of followers is not looked through again for each of them.
 */
final class FirstSlotAbove {

    private static final int NONE = LatestFirst.Slots.NONE;

    private final Links followers;
    private final LatestFirst.Slots slots;
    private final int[] heap;
    private final int[] bound;
    private final int[] live;
    private final int[] foundSlot;
    private final int[] foundNode;
    private int[] stack = new int[64];

    FirstSlotAbove(Links followers, LatestFirst.Slots slots) {
        this.followers = followers;
        this.slots = slots;
        int size = followers.size();
        this.heap = new int[size == 0 ? 0 : followers.end(size - 1)];
        for (int i = 0; i < heap.length; i++) {
            heap[i] = followers.at(i);
        }
        this.bound = new int[heap.length];
        this.live = new int[size];
        for (int n = 0; n < size; n++) {
            live[n] = followers.count(n);
        }
        this.foundSlot = new int[size];
        Arrays.fill(foundSlot, NONE);
        this.foundNode = new int[size];
    }

    /** Find the first slot whose node needs {@code node}; the slot of {@code node} itself does not count. */
    int find(int node) {
        int depth = 0;
        stack[depth++] = node;
        int found = NONE;
        while (depth > 0) {
            int at = stack[depth - 1];
            int own = depth == 1 || !slots.holds(at) ? Integer.MAX_VALUE : slots.slotOf(at);
            found = settle(at, own);
            if (found != NONE) {
                foundSlot[at] = depth == 1 ? NONE : found;
                foundNode[at] = slots.node(found);
                depth--;
            } else {
                if (depth == stack.length) {
                    stack = Arrays.copyOf(stack, depth * 2);
                }
                stack[depth++] = heap[followers.first(at)];
            }
        }
        return found;
    }

    /** Tell the first slot above {@code node} if its first follower is known well enough, else {@link #NONE}. */
    private int settle(int node, int own) {
        int top = followers.first(node);
        while (live[node] > 0) {
            int follower = heap[top];
            if (slots.hasLeft(follower)) {
                live[node]--;
                heap[top] = heap[top + live[node]];
                bound[top] = bound[top + live[node]];
                sink(node);
            } else if (bound[top] >= own) {
                return own;
            } else if (!isExact(follower)) {
                return NONE;
            } else if (bound[top] == foundSlot[follower]) {
                return bound[top];
            } else {
                bound[top] = foundSlot[follower];
                sink(node);
            }
        }
        return own;
    }

    private boolean isExact(int node) {
        int slot = foundSlot[node];
        return slot != NONE && slots.node(slot) == foundNode[node];
    }

    private void sink(int node) {
        int first = followers.first(node);
        int size = live[node];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && bound[first + child + 1] < bound[first + child]) {
                child++;
            }
            if (bound[first + at] <= bound[first + child]) {
                return;
            }
            swap(first + at, first + child);
            at = child;
        }
    }

    private void swap(int a, int b) {
        int node = heap[a];
        heap[a] = heap[b];
        heap[b] = node;
        int slot = bound[a];
        bound[a] = bound[b];
        bound[b] = slot;
    }
}
