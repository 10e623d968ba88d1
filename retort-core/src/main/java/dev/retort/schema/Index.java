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
 * @param nullsNotDistinct whether two {@code NULL}s count as the same value of a unique index
 */
public record Index(
        String name,
        QualifiedName table,
        List<IndexPart> parts,
        boolean isUnique,
        @Nullable String where,
        @Nullable String method,
        List<String> include,
        boolean nullsNotDistinct)
        implements TableElement {

    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /** Describe an index to which every {@code NULL} is a value of its own. */
    public Index(
            String name,
            QualifiedName table,
            List<IndexPart> parts,
            boolean isUnique,
            @Nullable String where,
            @Nullable String method,
            List<String> include) {
        this(name, table, parts, isUnique, where, method, include, false);
    }

    /** Describe a plain index of columns in ascending order. */
    public static Index of(String name, QualifiedName table, List<String> columns) {
        var parts = new ArrayList<IndexPart>();
        columns.forEach(column -> parts.add(IndexPart.column(column)));
        return new Index(name, table, parts, false, null, null, List.of());
    }

    /** Allow no two rows with the same key. */
    public Index unique() {
        return new Index(name, table, parts, true, where, method, include, nullsNotDistinct);
    }

    /** Index only the rows that meet {@code predicate}, SQL of this database. */
    public Index where(String predicate) {
        return new Index(name, table, parts, isUnique, predicate, method, include, nullsNotDistinct);
    }

    /** Use an access method such as {@code gin}. */
    public Index using(String newMethod) {
        return new Index(name, table, parts, isUnique, where, newMethod, include, nullsNotDistinct);
    }

    /** Carry columns that are not searched. */
    public Index including(String... columns) {
        return new Index(name, table, parts, isUnique, where, method, List.of(columns), nullsNotDistinct);
    }

    /** Count two {@code NULL}s as the same value. */
    public Index withNullsNotDistinct() {
        return new Index(name, table, parts, isUnique, where, method, include, true);
    }

    /** Call the same index otherwise. */
    public Index named(String newName) {
        return new Index(newName, table, parts, isUnique, where, method, include, nullsNotDistinct);
    }

    /** Index other columns and expressions in the same way. */
    public Index withParts(List<IndexPart> newParts) {
        return new Index(name, table, newParts, isUnique, where, method, include, nullsNotDistinct);
    }

    /** Put the same index on another table. */
    public Index on(QualifiedName newTable) {
        return new Index(name, newTable, parts, isUnique, where, method, include, nullsNotDistinct);
    }
}
