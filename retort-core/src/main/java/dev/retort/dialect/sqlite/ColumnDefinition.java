package dev.retort.dialect.sqlite;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A column as a {@code CREATE TABLE} statement defines it.
 *
 * @param name what the catalog calls it
 * @param nameText its name as it is written
 * @param type its type as it is written, or empty
 * @param clauses its rules in order
 */
record ColumnDefinition(String name, String nameText, String type, List<Clause> clauses) {

    ColumnDefinition {
        clauses = List.copyOf(clauses);
    }

    /** Find the first rule of a kind. */
    Optional<Clause> find(Clause.Kind kind) {
        return clauses.stream().filter(clause -> clause.kind() == kind).findFirst();
    }

    /** Find how the column is computed. */
    Optional<Clause> generated() {
        return clauses.stream().filter(Clause::isGenerated).findFirst();
    }

    /** Describe the column without the rules that match. */
    ColumnDefinition without(Predicate<Clause> unwanted) {
        return new ColumnDefinition(
                name, nameText, type, clauses.stream().filter(unwanted.negate()).toList());
    }

    /** Describe the column with one more rule. */
    ColumnDefinition with(Clause clause) {
        var more = new ArrayList<>(clauses);
        more.add(clause);
        return new ColumnDefinition(name, nameText, type, more);
    }

    /** Describe the column with another type. */
    ColumnDefinition withType(String newType) {
        return new ColumnDefinition(name, nameText, newType, clauses);
    }

    /** Write the definition. */
    String sql() {
        return Stream.concat(Stream.of(nameText, type), clauses.stream().map(Clause::text))
                .filter(text -> !text.isEmpty())
                .collect(joining(" "));
    }
}
