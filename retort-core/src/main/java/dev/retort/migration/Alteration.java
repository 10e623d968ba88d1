package dev.retort.migration;

import dev.retort.operation.ColumnChange;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
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

    /** Let the database number the rows, unless an {@code INSERT} gives its own number. */
    public Alteration identity() {
        return numbering(Identity.byDefault());
    }

    /** Let the database number the rows as {@code identity} says. */
    public Alteration numbering(Identity identity) {
        return new Alteration(column, change.withNumbering(identity));
    }

    /** Let the database number the rows no longer. */
    public Alteration withoutIdentity() {
        return new Alteration(column, change.withNumbering(null));
    }

    /** Compute the column from {@code expression} when a row is written, and keep the result. */
    public Alteration generatedStored(String expression) {
        return new Alteration(column, change.withGenerated(new Generated(expression, true)));
    }

    /** Compute the column from {@code expression} at each read. */
    public Alteration generatedVirtual(String expression) {
        return new Alteration(column, change.withGenerated(new Generated(expression, false)));
    }

    /** Compute the column no longer. */
    public Alteration withoutGenerated() {
        return new Alteration(column, change.withGenerated(null));
    }

    /** Compare and sort by {@code name}. */
    public Alteration collation(String name) {
        return new Alteration(column, change.withCollation(name));
    }

    /** Compare and sort by the database's own choice. */
    public Alteration withoutCollation() {
        return new Alteration(column, change.withCollation(null));
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
