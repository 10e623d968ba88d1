package dev.retort.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a column holds, in the words of the SQL standard.
 *
 * <p>A dialect spells each of these its own way; what only one product knows is a {@link Named} type, kept as text.
 */
public sealed interface SqlType {

    /** True or false. */
    record Bool() implements SqlType {}

    /** A whole number of one byte. */
    record TinyInt() implements SqlType {}

    /** A whole number of two bytes. */
    record SmallInt() implements SqlType {}

    /** A whole number of four bytes. */
    record Int() implements SqlType {}

    /** A whole number of eight bytes. */
    record BigInt() implements SqlType {}

    /**
     * An exact number.
     *
     * @param precision digits in all, or {@code null} for the database's own limit
     * @param scale digits after the point, or {@code null} for none given
     */
    record Decimal(@Nullable Integer precision, @Nullable Integer scale) implements SqlType {}

    /** A floating point number of four bytes. */
    record Real() implements SqlType {}

    /** A floating point number of eight bytes. */
    record DoublePrecision() implements SqlType {}

    /**
     * Text of a fixed length.
     *
     * @param length characters
     */
    record Char(int length) implements SqlType {}

    /**
     * Text up to a length.
     *
     * @param length characters, or {@code null} for no limit
     */
    record VarChar(@Nullable Integer length) implements SqlType {}

    /** Text without a limit. */
    record Text() implements SqlType {}

    /**
     * Bytes of a fixed length.
     *
     * @param length bytes
     */
    record Binary(int length) implements SqlType {}

    /**
     * Bytes up to a length.
     *
     * @param length bytes, or {@code null} for no limit
     */
    record VarBinary(@Nullable Integer length) implements SqlType {}

    /** Bytes without a limit. */
    record Blob() implements SqlType {}

    /** A day. */
    record Date() implements SqlType {}

    /**
     * A time of day.
     *
     * @param precision digits of the second's fraction, or {@code null} for the database's own choice
     * @param withZone whether it knows its offset
     */
    record Time(@Nullable Integer precision, boolean withZone) implements SqlType {}

    /**
     * A point in time.
     *
     * @param precision digits of the second's fraction, or {@code null} for the database's own choice
     * @param withZone whether it knows its offset
     */
    record Timestamp(@Nullable Integer precision, boolean withZone) implements SqlType {}

    /** A universally unique identifier. */
    record Uuid() implements SqlType {}

    /**
     * A JSON document.
     *
     * @param binary whether the database is asked to store it parsed, where it knows both
     */
    record Json(boolean binary) implements SqlType {}

    /**
     * One of some words.
     *
     * @param name the type's own name, or {@code null} where the words are part of the column
     * @param values the words, in order; empty where only the name is known
     */
    record Enumeration(@Nullable QualifiedName name, List<String> values) implements SqlType {
        public Enumeration {
            values = List.copyOf(values);
        }
    }

    /**
     * A list of values of one type.
     *
     * @param element what the list holds
     */
    record Array(SqlType element) implements SqlType {}

    /**
     * A type that only this database knows, as it is written there.
     *
     * @param text for example {@code citext}, {@code vector(3)} or {@code geometry(Point,4326)}
     * @param basis the type that a domain is made of, or {@code null} where it is no domain
     */
    record Named(String text, @Nullable SqlType basis) implements SqlType {

        /** Describe a type that is no domain. */
        public Named(String text) {
            this(text, null);
        }
    }
}
