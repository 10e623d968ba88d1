package dev.retort.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The graph as arrays: nodes are numbered so that everything a revision needs has a smaller number. */
final class GraphIndex {

    private final RevisionHeader[] headers;
    private final IdNumbers ids;
    private final Map<String, Integer> labels;
    private final int[] position;
    private final List<Integer> heads;
    private final List<Integer> realHeads;

    /** From a revision to its parents. */
    final Links downs;
    /** From a revision to what it depends on, its parents left out where they are named twice. */
    final Links dependencies;
    /** From a revision to its parents, then to those dependencies that no revision below it declares as well. */
    final Links needs;
    /** From a revision to those that name it as a parent. */
    final Links children;
    /** From a revision to those that name it as a parent or depend on it. */
    final Links followers;

    private GraphIndex(
            RevisionHeader[] headers,
            IdNumbers ids,
            Map<String, Integer> labels,
            int[] position,
            Links downs,
            Links dependencies) {
        this.headers = headers;
        this.ids = ids;
        this.labels = labels;
        this.position = position;
        this.downs = downs;
        this.dependencies = dependencies;
        this.children = downs.reversed();
        boolean plain = dependencies.isEmpty();
        this.needs = plain ? downs : downs.and(OwnDependencies.of(downs, dependencies));
        this.followers = plain ? children : downs.and(dependencies).reversed();
        this.heads = endsOf(children);
        this.realHeads = plain ? heads : endsOf(followers);
    }

    /** Number the nodes in the given order; edges and names come with the numbers the headers have in their list. */
    static GraphIndex of(
            List<RevisionHeader> headers,
            IdNumbers ids,
            Map<String, Integer> labels,
            Links downs,
            Links dependencies,
            int[] order) {
        int[] position = new int[order.length];
        RevisionHeader[] ordered = new RevisionHeader[order.length];
        for (int from = 0; from < order.length; from = Part.end(from, order.length)) {
            place(from, order, headers, position, ordered);
        }
        return new GraphIndex(
                ordered, ids, labels, position, downs.renamed(position, order), dependencies.renamed(position, order));
    }

    private static void place(
            int from, int[] order, List<RevisionHeader> headers, int[] position, RevisionHeader[] ordered) {
        int end = Part.end(from, order.length);
        for (int p = from; p < end; p++) {
            position[order[p]] = p;
            ordered[p] = headers.get(order[p]);
        }
    }

    int size() {
        return headers.length;
    }

    RevisionHeader header(int node) {
        return headers[node];
    }

    String id(int node) {
        return headers[node].id();
    }

    /** Find the node with exactly this id. */
    @Nullable
    Integer byId(String id) {
        int raw = ids.find(id);
        return raw == IdNumbers.NONE ? null : Integer.valueOf(position[raw]);
    }

    /** Find the node that declares exactly this label. */
    @Nullable
    Integer byLabel(String label) {
        Integer raw = labels.get(label);
        return raw == null ? null : Integer.valueOf(position[raw]);
    }

    Collection<String> ids() {
        return ids.ids();
    }

    Collection<String> labels() {
        return labels.keySet();
    }

    /** List the nodes that nothing comes after in {@code above}, one of the five kinds of edges here, by id. */
    List<Integer> ends(Links above) {
        if (above == followers) {
            return new ArrayList<>(realHeads);
        }
        return new ArrayList<>(above == children ? heads : endsOf(above));
    }

    private List<Integer> endsOf(Links above) {
        List<Integer> ends = new ArrayList<>();
        for (int from = 0; from < headers.length; from = Part.end(from, headers.length)) {
            endsOf(from, above, ends);
        }
        return byId(ends);
    }

    private void endsOf(int from, Links above, List<Integer> ends) {
        int end = Part.end(from, headers.length);
        for (int n = from; n < end; n++) {
            if (above.count(n) == 0) {
                ends.add(n);
            }
        }
    }

    /** Sort nodes by their ids, the one tie-breaker of the whole room. */
    List<Integer> byId(List<Integer> nodes) {
        if (nodes.size() > 1) {
            nodes.sort(Comparator.comparing(this::id));
        }
        return nodes;
    }

    List<Integer> byId(BitSet nodes) {
        List<Integer> list = new ArrayList<>();
        for (int node : Reach.nodes(nodes)) {
            list.add(node);
        }
        return byId(list);
    }

    List<RevisionHeader> headers(Collection<Integer> nodes) {
        List<RevisionHeader> list = new ArrayList<>(nodes.size());
        for (int node : nodes) {
            list.add(headers[node]);
        }
        return Collections.unmodifiableList(list);
    }

    List<RevisionHeader> headers(int[] nodes) {
        RevisionHeader[] list = new RevisionHeader[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            list[i] = headers[nodes[i]];
        }
        return Collections.unmodifiableList(Arrays.asList(list));
    }

    List<String> ids(Collection<Integer> nodes) {
        List<String> list = new ArrayList<>(nodes.size());
        for (int node : nodes) {
            list.add(id(node));
        }
        return Collections.unmodifiableList(list);
    }

    /** Mark {@code starts} and all that they need; below all the heads that is everything. */
    BitSet needed(List<Integer> starts) {
        if (!starts.equals(realHeads)) {
            return Reach.down(needs, starts);
        }
        BitSet all = new BitSet(headers.length);
        all.set(0, headers.length);
        return all;
    }

    /** Mark everything in one line with {@code node}: itself, what is below and what is above. */
    BitSet lineage(int node, Links below, Links above) {
        BitSet line = Reach.down(below, List.of(node));
        line.or(Reach.up(above, List.of(node)));
        return line;
    }
}
