package dev.retort.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.retort.schema.QualifiedName;

/** Remembers columns whose key, type or existence changes, so that foreign keys stand aside meanwhile. */
final class Touched {

    private final Comparison comparison;
    private final Set<String> keysGone = new HashSet<>();
    private final Set<String> keysMade = new HashSet<>();
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

    boolean isAltered(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> place(table, column)).anyMatch(altered::contains);
    }

    private String place(QualifiedName table, String column) {
        return comparison.key(table) + '\0' + comparison.key(column);
    }
}
