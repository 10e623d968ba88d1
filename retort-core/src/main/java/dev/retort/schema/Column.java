package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name what the column is called; see {@link QualifiedName} for what a name may hold
 * @param type what it holds
 * @param nullable whether it accepts {@code NULL}
 * @param defaultSql the expression the database fills in, SQL of this database, or {@code null} for none
 * @param numbering how the database numbers it, or {@code null} if it does not
 * @param generated how it is computed, or {@code null} if it is not
 * @param collation its collation, or {@code null} for the database's own choice
 * @param comment what it says of itself, or {@code null} for nothing
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        @Nullable String defaultSql,
        @Nullable Identity numbering,
        @Nullable Generated generated,
        @Nullable String collation,
        @Nullable String comment)
        implements TableElement {

    /** Describe a nullable column without a default. */
    public static Column of(String name, SqlType type) {
        return new Column(name, type, true, null, null, null, null, null);
    }

    /** Describe the same column under another name. */
    public Column named(String newName) {
        return new Column(newName, type, nullable, defaultSql, numbering, generated, collation, comment);
    }

    /** Let the column hold something else. */
    public Column type(SqlType newType) {
        return new Column(name, newType, nullable, defaultSql, numbering, generated, collation, comment);
    }

    /** Reject {@code NULL}. */
    public Column notNull() {
        return nullable(false);
    }

    /** Accept {@code NULL}, or reject it. */
    public Column nullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultSql, numbering, generated, collation, comment);
    }

    /**
     * Let the database fill the column.
     *
     * @param sql an expression in SQL of this database, such as {@code 0}, {@code 'new'} or {@code CURRENT_TIMESTAMP};
     *     {@code null} for none
     */
    public Column defaultSql(@Nullable String sql) {
        return new Column(name, type, nullable, sql, numbering, generated, collation, comment);
    }

    /** Let the database number the rows, unless an {@code INSERT} gives its own number. */
    public Column identity() {
        return numbering(Identity.byDefault());
    }

    /** Let the database number the rows, and refuse an {@code INSERT} that gives its own number. */
    public Column identityAlways() {
        return numbering(new Identity(true, null, null));
    }

    /** Let the database number the rows as {@code newNumbering} says, or not at all for {@code null}. */
    public Column numbering(@Nullable Identity newNumbering) {
        return new Column(name, type, nullable, defaultSql, newNumbering, generated, collation, comment);
    }

    /** Compute the column from {@code expression} when a row is written, and keep the result. */
    public Column generatedStored(String expression) {
        return generated(new Generated(expression, true));
    }

    /** Compute the column from {@code expression} at each read. */
    public Column generatedVirtual(String expression) {
        return generated(new Generated(expression, false));
    }

    /** Compute the column as {@code newGenerated} says, or not at all for {@code null}. */
    public Column generated(@Nullable Generated newGenerated) {
        return new Column(name, type, nullable, defaultSql, numbering, newGenerated, collation, comment);
    }

    /** Compare and sort by {@code name}, or by the database's own choice for {@code null}. */
    public Column collation(@Nullable String newCollation) {
        return new Column(name, type, nullable, defaultSql, numbering, generated, newCollation, comment);
    }

    /** Say what the column is for, or nothing for {@code null}. */
    public Column comment(@Nullable String text) {
        return new Column(name, type, nullable, defaultSql, numbering, generated, collation, text);
    }
}
