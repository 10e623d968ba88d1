package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index on a table.
 *
 * @param name what the index is called
 * @param table the table it belongs to
 * @param parts its columns and expressions in order, never empty
 * @param isUnique whether no two rows may share a key
 * @param where the predicate of a partial index, or {@code null} for all rows
 * @param method the access method ({@code gin}, {@code hash}), or {@code null} for the database's own choice
 * @param include columns that are carried but not searched
 */
public record Index(
        String name,
        QualifiedName table,
        List<IndexPart> parts,
        boolean isUnique,
        @Nullable String where,
        @Nullable String method,
        List<String> include)
        implements TableElement {

    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /** Describe a plain index of columns in ascending order. */
    public static Index of(String name, QualifiedName table, List<String> columns) {
        var parts = new ArrayList<IndexPart>();
        columns.forEach(column -> parts.add(IndexPart.column(column)));
        return new Index(name, table, parts, false, null, null, List.of());
    }

    /** Allow no two rows with the same key. */
    public Index unique() {
        return new Index(name, table, parts, true, where, method, include);
    }

    /** Index only the rows that meet {@code predicate}, SQL of this database. */
    public Index where(String predicate) {
        return new Index(name, table, parts, isUnique, predicate, method, include);
    }

    /** Use an access method such as {@code gin}. */
    public Index using(String newMethod) {
        return new Index(name, table, parts, isUnique, where, newMethod, include);
    }

    /** Carry columns that are not searched. */
    public Index including(String... columns) {
        return new Index(name, table, parts, isUnique, where, method, List.of(columns));
    }

    /** Put the same index on another table. */
    public Index on(QualifiedName newTable) {
        return new Index(name, newTable, parts, isUnique, where, method, include);
    }
}
