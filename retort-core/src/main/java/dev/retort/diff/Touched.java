package dev.retort.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.retort.schema.QualifiedName;

/** Remembers columns whose key, index, type or existence changes, so that foreign keys stand aside meanwhile. */
final class Touched {

    private final Comparison comparison;
    private final Set<String> keysGone = new HashSet<>();
    private final Set<String> keysMade = new HashSet<>();
    private final Map<String, List<List<String>>> indexesChanged = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> altered = new HashSet<>();

    Touched(Comparison comparison) {
        this.comparison = comparison;
    }

    void keyGone(QualifiedName table, List<String> columns) {
        columns.forEach(column -> keysGone.add(place(table, column)));
    }

    void keyMade(QualifiedName table, List<String> columns) {
        columns.forEach(column -> keysMade.add(place(table, column)));
    }

    /** Remember an index that comes or goes, where constraints use indexes that they find, now or once the database is opened anew. */
    void indexChanged(QualifiedName table, List<String> columns) {
        if (comparison.dialect().constraintsHoldIndexes()) {
            indexesChanged
                    .computeIfAbsent(comparison.key(table), none -> new ArrayList<>())
                    .add(comparison.keys(columns));
        }
    }

    /** Tell whether a reference from these columns may use an index that comes or goes: one that begins with them, in any order. */
    boolean mayHoldIndex(QualifiedName table, List<String> columns) {
        Set<String> wanted = Set.copyOf(comparison.keys(columns));
        return indexesChanged.getOrDefault(comparison.key(table), List.of()).stream()
                .anyMatch(index ->
                        index.size() >= wanted.size() && wanted.equals(new HashSet<>(index.subList(0, wanted.size()))));
    }

    void dropped(QualifiedName table, String column) {
        dropped.add(place(table, column));
    }

    void added(QualifiedName table, String column) {
        added.add(place(table, column));
    }

    void altered(QualifiedName table, String column) {
        altered.add(place(table, column));
    }

    /** Tell whether a reference to these columns cannot stay while its target changes. */
    boolean losesTarget(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> place(table, column)).anyMatch(keysGone::contains);
    }

    /** Tell whether a reference to these columns must go before its target changes. */
    boolean blocks(QualifiedName table, List<String> columns) {
        return columns.stream()
                .map(column -> place(table, column))
                .anyMatch(place -> keysGone.contains(place) || dropped.contains(place) || altered.contains(place));
    }

    /** Tell whether these columns can be referred to only after their table has changed. */
    boolean comesLater(QualifiedName table, List<String> columns) {
        return columns.stream()
                .map(column -> place(table, column))
                .anyMatch(place -> keysMade.contains(place) || added.contains(place) || altered.contains(place));
    }

    /** List those of {@code columns} that are not dropped. */
    List<String> staying(QualifiedName table, List<String> columns) {
        return columns.stream().filter(column -> !isDropped(table, column)).toList();
    }

    boolean isDropped(QualifiedName table, String column) {
        return dropped.contains(place(table, column));
    }

    boolean isAltered(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> place(table, column)).anyMatch(altered::contains);
    }

    private String place(QualifiedName table, String column) {
        return comparison.key(table) + '\0' + comparison.key(column);
    }
}
