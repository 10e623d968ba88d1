package dev.retort.migration;

import dev.retort.operation.ColumnChange;
import dev.retort.schema.SqlType;

/**
 * A change of a column that gives only what changes; everything else stays as it is.
 *
 * @param column what the column is called now
 * @param change what becomes of it
 */
public record Alteration(String column, ColumnChange change) {

    /** Give the column another name. */
    public Alteration renamedTo(String newName) {
        return new Alteration(column, change.withName(newName));
    }

    /** Let the column hold something else; the database turns the values by itself. */
    public Alteration type(SqlType type) {
        return new Alteration(column, change.withType(type, null));
    }

    /** Let the column hold something else, old values turned by {@code expression}, SQL of this database. */
    public Alteration type(SqlType type, String expression) {
        return new Alteration(column, change.withType(type, expression));
    }

    /** Reject {@code NULL}. */
    public Alteration notNull() {
        return new Alteration(column, change.withNullable(false));
    }

    /** Accept {@code NULL}. */
    public Alteration nullable() {
        return new Alteration(column, change.withNullable(true));
    }

    /** Let the database fill the column by {@code sql}. */
    public Alteration defaultSql(String sql) {
        return new Alteration(column, change.withDefault(sql));
    }

    /** Let the database fill the column no longer. */
    public Alteration withoutDefault() {
        return new Alteration(column, change.withDefault(null));
    }

    /** Say what the column is for. */
    public Alteration comment(String text) {
        return new Alteration(column, change.withComment(text));
    }

    /** Say nothing of the column any more. */
    public Alteration withoutComment() {
        return new Alteration(column, change.withComment(null));
    }
}
