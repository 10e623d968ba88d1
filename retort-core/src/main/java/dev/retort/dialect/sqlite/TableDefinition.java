package dev.retort.dialect.sqlite;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.retort.schema.PrimaryKey;

/**
 * A {@code CREATE TABLE} statement in pieces, each kept as it was written, so that a change of one leaves everything else
 * as it was: {@code AUTOINCREMENT}, conflict clauses, sort orders, {@code WITHOUT ROWID}, {@code STRICT}.
 *
 * @param name what the catalog calls the table
 * @param columns its columns in order
 * @param clauses its own rules in order
 * @param options what follows the brackets, such as {@code WITHOUT ROWID}, or empty
 */
record TableDefinition(String name, List<ColumnDefinition> columns, List<Clause> clauses, String options) {

    TableDefinition {
        columns = List.copyOf(columns);
        clauses = List.copyOf(clauses);
    }

    /** Find a column, as SQLite tells names apart. */
    Optional<ColumnDefinition> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    /** List the rules of the table and of all columns, in order. */
    List<Clause> allClauses() {
        return Stream.concat(columns.stream().flatMap(column -> column.clauses().stream()), clauses.stream())
                .toList();
    }

    /** Change one column. */
    TableDefinition change(String columnName, UnaryOperator<ColumnDefinition> change) {
        return new TableDefinition(
                name,
                columns.stream()
                        .map(column -> column.name().equalsIgnoreCase(columnName) ? change.apply(column) : column)
                        .toList(),
                clauses,
                options);
    }

    /** Add a column behind the others. */
    TableDefinition with(ColumnDefinition column) {
        var more = new ArrayList<>(columns);
        more.add(column);
        return new TableDefinition(name, more, clauses, options);
    }

    /** Add a rule of the table. */
    TableDefinition with(Clause clause) {
        var more = new ArrayList<>(clauses);
        more.add(clause);
        return new TableDefinition(name, columns, more, options);
    }

    /** Leave out all rules that match, of the table and of its columns. */
    TableDefinition without(Predicate<Clause> unwanted) {
        return new TableDefinition(
                name,
                columns.stream().map(column -> column.without(unwanted)).toList(),
                clauses.stream().filter(unwanted.negate()).toList(),
                options);
    }

    /** Find the rule that is the primary key. */
    Optional<Clause> primaryKey() {
        return allClauses().stream()
                .filter(clause -> clause.kind() == Clause.Kind.PRIMARY_KEY)
                .findFirst();
    }

    /** List the columns of the primary key as the table defines them; empty if there is none. */
    List<String> primaryKeyColumns() {
        return primaryKey()
                .map(clause -> ((PrimaryKey) Objects.requireNonNull(clause.constraint())).columns())
                .orElse(List.of())
                .stream()
                .map(written -> column(written).map(ColumnDefinition::name).orElse(written))
                .toList();
    }

    /**
     * Tell whether a column is another name of the row's number, so that SQLite fills it
     * (https://www.sqlite.org/lang_createtable.html#rowid): of type {@code INTEGER} exactly and the whole primary key, which
     * is not {@code DESC} in the column's own definition.
     */
    boolean numbersItself(ColumnDefinition column) {
        return column.type().equalsIgnoreCase("INTEGER")
                && primaryKeyColumns().equals(List.of(column.name()))
                && !withoutRowid()
                && column.find(Clause.Kind.PRIMARY_KEY)
                        .filter(clause -> Expressions.mentions(clause.text(), "DESC"))
                        .isEmpty();
    }

    /** Tell whether some column is another name of the row's number. */
    boolean numbersItself() {
        return columns.stream().anyMatch(this::numbersItself);
    }

    /** Tell whether the rows have no hidden number. */
    boolean withoutRowid() {
        return options.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").contains("WITHOUT ROWID");
    }

    /** Tell whether the table counts its rows and never gives a number twice. */
    boolean isAutoincrement() {
        return allClauses().stream()
                .anyMatch(clause -> clause.kind() == Clause.Kind.PRIMARY_KEY
                        && SqliteTokens.of(clause.text()).stream().anyMatch(token -> token.is("AUTOINCREMENT")));
    }

    /** Write the statement that makes such a table under another name, spelled for SQL. */
    String sql(String spelledName) {
        String body = Stream.concat(
                        columns.stream().map(ColumnDefinition::sql),
                        clauses.stream().map(Clause::text))
                .collect(joining(",\n    "));
        return "CREATE TABLE " + spelledName + " (\n    " + body + "\n)" + (options.isEmpty() ? "" : " " + options);
    }
}
