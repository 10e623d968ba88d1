package dev.retort.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.ColumnChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.TableComment;
import dev.retort.schema.UniqueConstraint;

/** What tables are made of, to be imported statically by a revision file. All values are immutable. */
public final class Definitions {

    private Definitions() {}

    /** Name a table, sequence or type of a schema that is not the default one. */
    public static QualifiedName in(String schema, String name) {
        return QualifiedName.of(schema, name);
    }

    /** Describe a nullable column without a default. */
    public static Column column(String name, SqlType type) {
        return Column.of(name, type);
    }

    /** Describe a primary key. */
    public static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(null, List.of(columns));
    }

    /** Describe a unique constraint. */
    public static UniqueConstraint unique(String... columns) {
        return new UniqueConstraint(null, List.of(columns), false);
    }

    /** Describe a condition that every row meets, SQL of this database without enclosing brackets. */
    public static CheckConstraint check(String expression) {
        return new CheckConstraint(null, expression);
    }

    /** Begin a foreign key with the columns that refer. */
    public static ForeignKeyColumns foreignKey(String... columns) {
        return new ForeignKeyColumns(List.of(columns));
    }

    /** Describe an index of columns in ascending order. */
    public static Index index(String name, String table, String... columns) {
        return Index.of(name, QualifiedName.of(table), List.of(columns));
    }

    /** Describe an index of columns in ascending order. */
    public static Index index(String name, QualifiedName table, String... columns) {
        return Index.of(name, table, List.of(columns));
    }

    /** Describe an index of columns and expressions. */
    public static Index index(String name, String table, IndexPart... parts) {
        return index(name, QualifiedName.of(table), parts);
    }

    /** Describe an index of columns and expressions. */
    public static Index index(String name, QualifiedName table, IndexPart... parts) {
        return new Index(name, table, List.of(parts), false, null, null, List.of());
    }

    /** Put a column into an index in ascending order. */
    public static IndexPart ascending(String column) {
        return IndexPart.column(column);
    }

    /** Put a column into an index in descending order. */
    public static IndexPart descending(String column) {
        return IndexPart.column(column).descendingOrder();
    }

    /** Put an expression into an index, SQL of this database. */
    public static IndexPart expression(String sql) {
        return IndexPart.expression(sql);
    }

    /** Let no two rows answer a comparison with yes; {@code definition} is PostgreSQL's, behind {@code EXCLUDE}. */
    public static ExclusionConstraint exclude(String definition) {
        return new ExclusionConstraint(null, definition);
    }

    /** Say what a table is for. */
    public static TableComment comment(String text) {
        return new TableComment(text);
    }

    /** Describe a sequence that begins at {@code start} and counts in steps of {@code increment}. */
    public static Sequence sequence(String name, long start, long increment) {
        return new Sequence(QualifiedName.of(name), start, increment);
    }

    /** Describe a sequence that begins at {@code start} and counts in steps of {@code increment}. */
    public static Sequence sequence(QualifiedName name, long start, long increment) {
        return new Sequence(name, start, increment);
    }

    /**
     * Describe a row by column names and values in turn: {@code row("id", 1, "name", "Ada")}.
     *
     * @throws IllegalArgumentException if a name is missing, not a string, or given twice
     */
    public static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)
                    || i + 1 == namesAndValues.length
                    || row.containsKey(name)) {
                throw new IllegalArgumentException("A row is column names and values in turn, but argument %d is '%s'"
                        .formatted(i + 1, namesAndValues[i]));
            }
            row.put(name, namesAndValues[i + 1]);
        }
        return row;
    }

    /** Begin a change of the column {@code name} that gives only what changes. */
    public static Alteration alter(String name) {
        return new Alteration(name, ColumnChange.NONE);
    }

    /**
     * The columns of a foreign key that still needs its target.
     *
     * @param columns the columns that refer
     */
    public record ForeignKeyColumns(List<String> columns) {

        public ForeignKeyColumns {
            columns = List.copyOf(columns);
        }

        /** Refer to {@code targetColumns} of {@code table}. */
        public ForeignKey references(String table, String... targetColumns) {
            return references(QualifiedName.of(table), targetColumns);
        }

        /** Refer to {@code targetColumns} of {@code table}. */
        public ForeignKey references(QualifiedName table, String... targetColumns) {
            return ForeignKey.of(columns, table, Stream.of(targetColumns).toList());
        }
    }
}
