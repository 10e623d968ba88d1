package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The graph said a second time, slowly and with sets of ancestors, as section 2 of the description of Alembic has it. */
final class NaiveGraph {

    private final Map<String, List<String>> needs = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();

    static NaiveGraph of(RevisionGraph graph) {
        NaiveGraph naive = new NaiveGraph();
        Map<String, String> labels = new HashMap<>();
        graph.revisions().forEach(header -> header.branchLabels().forEach(label -> labels.put(label, header.id())));
        Map<String, RevisionHeader> headers = new HashMap<>();
        graph.revisions().forEach(header -> headers.put(header.id(), header));
        for (RevisionHeader header : graph.revisions()) {
            Set<String> dependencies = new TreeSet<>(resolved(header, labels));
            Deque<String> below = new ArrayDeque<>(header.downRevisions());
            Set<String> seen = new HashSet<>();
            while (!below.isEmpty()) {
                String id = below.pop();
                if (seen.add(id)) {
                    resolved(requireNonNull(headers.get(id)), labels).forEach(dependencies::remove);
                    below.addAll(requireNonNull(headers.get(id)).downRevisions());
                }
            }
            Set<String> all = new LinkedHashSet<>(header.downRevisions());
            all.addAll(dependencies);
            naive.needs.put(header.id(), List.copyOf(all));
        }
        return naive;
    }

    private static List<String> resolved(RevisionHeader header, Map<String, String> labels) {
        return header.dependsOn().stream()
                .map(name -> labels.getOrDefault(name, name))
                .toList();
    }

    List<String> needs(String id) {
        return requireNonNull(needs.get(id));
    }

    /** List the revisions and all they need. */
    Set<String> closure(Collection<String> ids) {
        Set<String> closure = new TreeSet<>();
        ids.forEach(id -> closure.addAll(ancestors(id)));
        return closure;
    }

    private Set<String> ancestors(String id) {
        Set<String> known = ancestors.get(id);
        if (known == null) {
            known = new HashSet<>();
            Deque<String> todo = new ArrayDeque<>(List.of(id));
            while (!todo.isEmpty()) {
                String next = todo.pop();
                if (known.add(next)) {
                    todo.addAll(needs(next));
                }
            }
            ancestors.put(id, known);
        }
        return known;
    }

    /** List the members of a set that no other member needs. */
    Set<String> tips(Set<String> applied) {
        Set<String> tips = new TreeSet<>(applied);
        applied.forEach(id -> tips.removeAll(needs(id)));
        return tips;
    }

    /** Order a set newest first as Alembic does: with a set of ancestors for each line under way. */
    List<String> newestFirst(Set<String> needed, Collection<String> targets) {
        List<String> output = new ArrayList<>();
        Set<String> todo = new HashSet<>(needed);
        List<String> lines = new ArrayList<>(new TreeSet<>(targets));
        lines.retainAll(todo);
        int at = 0;
        while (!lines.isEmpty()) {
            String candidate = lines.get(at);
            int blocking = -1;
            for (int i = 0; i < lines.size() && blocking < 0; i++) {
                if (i != at && ancestors(lines.get(i)).contains(candidate)) {
                    blocking = i;
                }
            }
            if (blocking >= 0) {
                at = blocking;
                continue;
            }
            output.add(candidate);
            todo.remove(candidate);
            List<String> next = new ArrayList<>(needs(candidate));
            next.removeIf(id -> !todo.contains(id) || lines.contains(id));
            if (next.isEmpty()) {
                lines.remove(at);
                at = Math.max(at - 1, 0);
            } else {
                lines.set(at, next.get(0));
                lines.addAll(next.subList(1, next.size()));
            }
        }
        return output;
    }
}
