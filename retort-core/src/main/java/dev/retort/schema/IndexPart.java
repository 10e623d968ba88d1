package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * One column or expression of an index.
 *
 * @param text a column's name, or SQL of this database where {@code expression} is set
 * @param expression whether {@code text} is an expression
 * @param descending whether the order is from high to low
 * @param nullsFirst where {@code NULL}s stand, or {@code null} for the database's own choice
 * @param operatorClass the operator class, or {@code null} for the type's own
 */
public record IndexPart(
        String text,
        boolean expression,
        boolean descending,
        @Nullable Boolean nullsFirst,
        @Nullable String operatorClass) {

    /** Describe a column in ascending order. */
    public static IndexPart column(String name) {
        return new IndexPart(name, false, false, null, null);
    }

    /** Describe an expression in ascending order. */
    public static IndexPart expression(String sql) {
        return new IndexPart(sql, true, false, null, null);
    }

    /** Order this part from high to low. */
    public IndexPart descendingOrder() {
        return new IndexPart(text, expression, true, nullsFirst, operatorClass);
    }

    /** Put {@code NULL}s first, or last. */
    public IndexPart withNulls(boolean first) {
        return new IndexPart(text, expression, descending, first, operatorClass);
    }

    /** Use an operator class. */
    public IndexPart operatorClass(String name) {
        return new IndexPart(text, expression, descending, nullsFirst, name);
    }
}
