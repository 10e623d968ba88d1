package dev.retort.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * The branch labels that every revision carries.
 *
 * <p>A label holds for the revision that declares it and for all that follow. Where the line above that revision never
 * forks or merges, it also holds downwards, to the next fork or merge.
 */
final class Labels {

    private final GraphIndex index;
    private final List<List<String>> labels;

    private Labels(GraphIndex index, List<List<String>> labels) {
        this.index = index;
        this.labels = labels;
    }

    static Labels of(GraphIndex index) {
        if (index.labels().isEmpty()) {
            return new Labels(index, List.of());
        }
        List<List<String>> above = upwards(index);
        List<List<String>> below = downwards(index);
        List<List<String>> both = new ArrayList<>(above);
        for (int n = index.size() - 1; n >= 0; n--) {
            int child = index.children.count(n) == 1 ? index.children.at(index.children.first(n)) : -1;
            boolean asAbove = child >= 0
                    && above.get(n).equals(above.get(child))
                    && below.get(n).equals(below.get(child));
            both.set(n, asAbove ? both.get(child) : join(above.get(n), below.get(n)));
        }
        return new Labels(index, both);
    }

    /** List the labels of one revision: those it declares as written, then the others by name. */
    List<String> of(int node) {
        List<String> own = index.header(node).branchLabels();
        if (labels.isEmpty()) {
            return own;
        }
        List<String> all = labels.get(node);
        if (own.isEmpty() || all.size() == own.size()) {
            return own.isEmpty() ? all : own;
        }
        List<String> ordered = new ArrayList<>(own);
        all.stream().filter(label -> !own.contains(label)).forEach(ordered::add);
        return ordered;
    }

    private static List<List<String>> upwards(GraphIndex index) {
        List<List<String>> carried = new ArrayList<>(index.size());
        for (int n = 0; n < index.size(); n++) {
            List<String> labels = List.of();
            for (int i = index.downs.first(n); i < index.downs.end(n); i++) {
                labels = join(labels, carried.get(index.downs.at(i)));
            }
            carried.add(join(labels, index.header(n).branchLabels()));
        }
        return carried;
    }

    private static List<List<String>> downwards(GraphIndex index) {
        List<List<String>> carried = new ArrayList<>(Collections.nCopies(index.size(), List.of()));
        boolean[] single = new boolean[index.size()];
        for (int n = index.size() - 1; n >= 0; n--) {
            int child = index.children.count(n) == 0 ? -1 : index.children.at(index.children.first(n));
            boolean alone = index.followers.count(n) <= 1
                    && index.header(n).downRevisions().size() <= 1
                    && (child < 0 || single[child]);
            single[n] = alone;
            if (alone && child >= 0) {
                carried.set(n, join(carried.get(child), index.header(child).branchLabels()));
            }
        }
        return carried;
    }

    private static List<String> join(List<String> some, List<String> more) {
        if (more.isEmpty() || some.equals(more)) {
            return some;
        }
        if (some.isEmpty()) {
            return more.stream().sorted().toList();
        }
        TreeSet<String> joined = new TreeSet<>(some);
        return joined.addAll(more) ? List.copyOf(joined) : some;
    }
}
