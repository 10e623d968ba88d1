package dev.retort.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/**
 * Puts tables into an order in which each stands after those it refers to. Where tables refer to each other in a circle,
 * it names the foreign keys that have to wait. Strongly connected components after Tarjan, without recursion.
 */
final class TableOrder {

    private final Function<QualifiedName, String> keys;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> onStack = new HashSet<>();
    private final List<Ordered> ordered = new ArrayList<>();

    /**
     * A table in its place.
     *
     * @param table the table as it was given
     * @param waiting those of its foreign keys that refer to a table further on
     */
    record Ordered(Table table, List<ForeignKey> waiting) {

        /** Describe the table without the foreign keys that wait. */
        Table withoutWaiting() {
            return table.withForeignKeys(table.foreignKeys().stream()
                    .filter(foreignKey -> !waiting.contains(foreignKey))
                    .toList());
        }
    }

    private record Frame(String key, Deque<String> targets) {}

    private TableOrder(List<Table> tables, Function<QualifiedName, String> keys) {
        this.keys = keys;
        tables.forEach(table -> this.tables.put(keys.apply(table.name()), table));
    }

    /**
     * Order {@code tables}.
     *
     * @param tables in the order that is kept where no reference speaks against it
     * @param keys gives a text that is equal for names of one table
     */
    static List<Ordered> of(List<Table> tables, Function<QualifiedName, String> keys) {
        var order = new TableOrder(tables, keys);
        for (String key : order.tables.keySet()) {
            if (!order.numbers.containsKey(key)) {
                order.walk(key);
            }
        }
        return order.ordered;
    }

    private void walk(String start) {
        var path = new ArrayDeque<Frame>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            Frame frame = path.getFirst();
            String target = frame.targets().poll();
            if (target == null) {
                path.pop();
                leave(frame.key());
                if (!path.isEmpty()) {
                    lower(path.getFirst().key(), lowest.getOrDefault(frame.key(), 0));
                }
            } else if (!numbers.containsKey(target)) {
                path.push(enter(target));
            } else if (onStack.contains(target)) {
                lower(frame.key(), numbers.getOrDefault(target, 0));
            }
        }
    }

    private Frame enter(String key) {
        int number = numbers.size();
        numbers.put(key, number);
        lowest.put(key, number);
        open.push(key);
        onStack.add(key);
        return new Frame(key, new ArrayDeque<>(targets(key)));
    }

    private void lower(String key, int number) {
        lowest.merge(key, number, Math::min);
    }

    private void leave(String key) {
        if (!numbers.getOrDefault(key, 0).equals(lowest.getOrDefault(key, 0))) {
            return;
        }
        var circle = new HashSet<String>();
        String member;
        do {
            member = open.pop();
            onStack.remove(member);
            circle.add(member);
        } while (!member.equals(key));
        place(circle);
    }

    private void place(Set<String> circle) {
        List<String> members = circle.stream()
                .sorted((a, b) -> table(a).name().compareTo(table(b).name()))
                .toList();
        for (String member : members) {
            circle.remove(member);
            List<ForeignKey> waiting = table(member).foreignKeys().stream()
                    .filter(foreignKey -> circle.contains(keys.apply(foreignKey.target())))
                    .toList();
            ordered.add(new Ordered(table(member), waiting));
        }
    }

    private List<String> targets(String key) {
        return table(key).foreignKeys().stream()
                .map(foreignKey -> keys.apply(foreignKey.target()))
                .filter(tables::containsKey)
                .filter(target -> !target.equals(key))
                .distinct()
                .toList();
    }

    private Table table(String key) {
        return Objects.requireNonNull(tables.get(key));
    }
}
