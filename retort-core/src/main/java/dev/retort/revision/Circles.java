package dev.retort.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds circles in linear time: first some of which no two share an edge, so that no circle is left beside them; then, for
 * each edge that is on none of these, a short one that it is on. All circles there are could be more than anybody can read.
 */
final class Circles {

    /** So many nodes are looked at for a circle that shares edges with others: a long one is rarely a mistake of its own. */
    private static final int NEARBY = 64;

    private final Links links;
    /** The nodes that are on no circle. */
    private final boolean[] free;

    private final Set<Long> told = new HashSet<>();
    private final List<int[]> found = new ArrayList<>();

    private Circles(Links links, boolean[] free) {
        this.links = links;
        this.free = free;
    }

    /**
     * Find the circles in {@code links}, each from a node to the target it leads to and so on.
     *
     * @param known circles that are not to be found again
     */
    static List<int[]> in(Links links, List<int[]> known) {
        Circles circles = new Circles(links, ParentsFirst.of(links));
        known.forEach(circles::tell);
        circles.new Walk().everywhere();
        circles.findThroughOtherEdges();
        return circles.found;
    }

    private void add(int[] circle) {
        found.add(circle);
        tell(circle);
    }

    private void tell(int[] circle) {
        for (int i = 0; i < circle.length; i++) {
            told.add(edge(circle[i], circle[(i + 1) % circle.length]));
        }
    }

    private static long edge(int from, int to) {
        return ((long) from << Integer.SIZE) | to;
    }

    /** Takes every edge once that is not told yet. */
    private final class Walk {

        private final boolean[] done = Arrays.copyOf(free, free.length);
        private final int[] next = new int[free.length];
        private final int[] path = new int[free.length];
        /** Of each node on the path, its place there, counted from 1; else 0. */
        private final int[] place = new int[free.length];

        private int length;

        void everywhere() {
            for (int n = 0; n < next.length; n++) {
                next[n] = links.first(n);
            }
            for (int n = 0; n < next.length; n++) {
                if (!done[n]) {
                    from(n);
                }
            }
        }

        private void from(int start) {
            step(start);
            while (length > 0) {
                int node = path[length - 1];
                if (next[node] == links.end(node)) {
                    done[node] = true;
                    back(length - 1);
                } else {
                    take(node, links.at(next[node]++));
                }
            }
        }

        private void take(int node, int target) {
            if (done[target] || told.contains(edge(node, target))) {
                return;
            }
            if (place[target] == 0) {
                step(target);
            } else {
                add(Arrays.copyOfRange(path, place[target] - 1, length));
                back(place[target]);
            }
        }

        private void step(int node) {
            path[length++] = node;
            place[node] = length;
        }

        private void back(int to) {
            while (length > to) {
                place[path[--length]] = 0;
            }
        }
    }

    private void findThroughOtherEdges() {
        for (int n = 0; n < links.size(); n++) {
            for (int i = links.first(n); !free[n] && i < links.end(n); i++) {
                int[] circle = told.contains(edge(n, links.at(i))) ? null : through(n, links.at(i));
                if (circle != null) {
                    add(circle);
                }
            }
        }
    }

    /** Find a shortest circle that begins with the edge between two nodes; {@code null} if none is nearby. */
    private int @Nullable [] through(int node, int target) {
        List<Integer> nodes = new ArrayList<>(List.of(target));
        List<Integer> before = new ArrayList<>(List.of(-1));
        Set<Integer> seen = new HashSet<>(nodes);
        for (int at = 0; at < nodes.size(); at++) {
            int from = nodes.get(at);
            for (int i = links.first(from); i < links.end(from) && nodes.size() <= NEARBY; i++) {
                int to = links.at(i);
                if (to == node) {
                    return circle(node, nodes, before, at);
                }
                if (!free[to] && seen.add(to)) {
                    nodes.add(to);
                    before.add(at);
                }
            }
        }
        return null;
    }

    private static int[] circle(int node, List<Integer> nodes, List<Integer> before, int last) {
        List<Integer> circle = new ArrayList<>();
        for (int at = last; at >= 0; at = before.get(at)) {
            circle.add(0, nodes.get(at));
        }
        circle.add(0, node);
        return circle.stream().mapToInt(Integer::intValue).toArray();
    }
}
