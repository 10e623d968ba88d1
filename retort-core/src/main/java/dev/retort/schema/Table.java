package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One table.
 *
 * @param name what the table is called
 * @param columns in order
 * @param primaryKey the key, or {@code null} for none
 * @param uniques unique constraints
 * @param foreignKeys references to other tables
 * @param checks conditions on the rows
 * @param indexes indexes that do not belong to a constraint
 * @param comment what the table says of itself, or {@code null} for nothing
 * @param initialRows rows that a newly created table must hold; never compared. Values are those that a bulk insert
 *     accepts
 * @param exclusions comparisons that no two rows may both answer with yes
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueConstraint> uniques,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks,
        List<Index> indexes,
        @Nullable String comment,
        List<Map<String, Object>> initialRows,
        List<ExclusionConstraint> exclusions) {

    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        initialRows = List.copyOf(initialRows);
        exclusions = List.copyOf(exclusions);
    }

    /** Describe a table that excludes nothing. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            @Nullable PrimaryKey primaryKey,
            List<UniqueConstraint> uniques,
            List<ForeignKey> foreignKeys,
            List<CheckConstraint> checks,
            List<Index> indexes,
            @Nullable String comment,
            List<Map<String, Object>> initialRows) {
        this(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, comment, initialRows, List.of());
    }

    /** Describe a table by what stands between the brackets of its definition. */
    public static Table of(QualifiedName name, TableElement... elements) {
        return of(name, List.of(elements));
    }

    /**
     * Describe a table by what stands between the brackets of its definition.
     *
     * @throws IllegalArgumentException if two primary keys or two comments are given
     */
    public static Table of(QualifiedName name, List<? extends TableElement> elements) {
        var columns = new ArrayList<Column>();
        var keys = new ArrayList<PrimaryKey>();
        var uniques = new ArrayList<UniqueConstraint>();
        var foreignKeys = new ArrayList<ForeignKey>();
        var checks = new ArrayList<CheckConstraint>();
        var indexes = new ArrayList<Index>();
        var comments = new ArrayList<String>();
        var exclusions = new ArrayList<ExclusionConstraint>();
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                columns.add(column);
            } else if (element instanceof PrimaryKey key) {
                keys.add(key);
            } else if (element instanceof UniqueConstraint unique) {
                uniques.add(unique);
            } else if (element instanceof ForeignKey foreignKey) {
                foreignKeys.add(foreignKey);
            } else if (element instanceof CheckConstraint check) {
                checks.add(check);
            } else if (element instanceof Index index) {
                indexes.add(index.on(name));
            } else if (element instanceof ExclusionConstraint exclusion) {
                exclusions.add(exclusion);
            } else if (element instanceof TableComment tableComment) {
                comments.add(tableComment.text());
            }
        }
        if (keys.size() > 1 || comments.size() > 1) {
            throw new IllegalArgumentException("Table '" + name + "' has two primary keys or two comments");
        }
        return new Table(
                name,
                columns,
                keys.isEmpty() ? null : keys.get(0),
                uniques,
                foreignKeys,
                checks,
                indexes,
                comments.isEmpty() ? null : comments.get(0),
                List.of(),
                exclusions);
    }

    /** List columns, constraints, indexes and comment as they would stand in a definition. */
    public List<TableElement> elements() {
        var elements = new ArrayList<TableElement>(columns);
        if (primaryKey != null) {
            elements.add(primaryKey);
        }
        elements.addAll(uniques);
        elements.addAll(foreignKeys);
        elements.addAll(checks);
        elements.addAll(exclusions);
        elements.addAll(indexes);
        if (comment != null) {
            elements.add(new TableComment(comment));
        }
        return elements;
    }

    /** Find a column by its exact name. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** Describe the same table without its indexes, as {@code CREATE TABLE} makes it. */
    public Table withoutIndexes() {
        return withIndexes(List.of());
    }

    /** Describe the same table with other columns. */
    public Table withColumns(List<Column> newColumns) {
        return new Table(
                name, newColumns, primaryKey, uniques, foreignKeys, checks, indexes, comment, initialRows, exclusions);
    }

    /** Describe the same table with other indexes. */
    public Table withIndexes(List<Index> newIndexes) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, newIndexes, comment, initialRows, exclusions);
    }

    /** Describe the same table with other foreign keys. */
    public Table withForeignKeys(List<ForeignKey> newForeignKeys) {
        return new Table(
                name, columns, primaryKey, uniques, newForeignKeys, checks, indexes, comment, initialRows, exclusions);
    }

    /** Describe the same table with other checks. */
    public Table withChecks(List<CheckConstraint> newChecks) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, newChecks, indexes, comment, initialRows, exclusions);
    }

    /** Describe the same table with another comment, or none for {@code null}. */
    public Table withComment(@Nullable String newComment) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, newComment, initialRows, exclusions);
    }

    /** Describe the same table with rows that it must hold once it is created. */
    public Table withInitialRows(List<Map<String, Object>> rows) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, comment, rows, exclusions);
    }
}
