package dev.retort.migration;

import java.util.List;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/** The SQL types, to be imported statically by a revision file. */
public final class Types {

    private Types() {}

    /** True or false. */
    public static SqlType bool() {
        return new SqlType.Bool();
    }

    /** A whole number of one byte. */
    public static SqlType tinyint() {
        return new SqlType.TinyInt();
    }

    /** A whole number of two bytes. */
    public static SqlType smallint() {
        return new SqlType.SmallInt();
    }

    /** A whole number of four bytes. */
    public static SqlType integer() {
        return new SqlType.Int();
    }

    /** A whole number of eight bytes. */
    public static SqlType bigint() {
        return new SqlType.BigInt();
    }

    /** An exact number with the database's own limits. */
    public static SqlType decimal() {
        return new SqlType.Decimal(null, null);
    }

    /** An exact whole number of at most {@code precision} digits. */
    public static SqlType decimal(int precision) {
        return new SqlType.Decimal(precision, null);
    }

    /** An exact number of at most {@code precision} digits, {@code scale} of them after the point. */
    public static SqlType decimal(int precision, int scale) {
        return new SqlType.Decimal(precision, scale);
    }

    /** A floating point number of four bytes. */
    public static SqlType real() {
        return new SqlType.Real();
    }

    /** A floating point number of eight bytes. */
    public static SqlType doublePrecision() {
        return new SqlType.DoublePrecision();
    }

    /** Text of exactly {@code length} characters. */
    public static SqlType character(int length) {
        return new SqlType.Char(length);
    }

    /** Text of any length, of the database's type for short text. */
    public static SqlType varchar() {
        return new SqlType.VarChar(null);
    }

    /** Text of at most {@code length} characters. */
    public static SqlType varchar(int length) {
        return new SqlType.VarChar(length);
    }

    /** Text of any length. */
    public static SqlType text() {
        return new SqlType.Text();
    }

    /** Exactly {@code length} bytes. */
    public static SqlType binary(int length) {
        return new SqlType.Binary(length);
    }

    /** Bytes of any number, of the database's type for short values. */
    public static SqlType varbinary() {
        return new SqlType.VarBinary(null);
    }

    /** At most {@code length} bytes. */
    public static SqlType varbinary(int length) {
        return new SqlType.VarBinary(length);
    }

    /** Bytes of any number. */
    public static SqlType blob() {
        return new SqlType.Blob();
    }

    /** A day. */
    public static SqlType date() {
        return new SqlType.Date();
    }

    /** A time of day. */
    public static SqlType time() {
        return new SqlType.Time(null, false);
    }

    /** A time of day with {@code precision} digits of the second's fraction. */
    public static SqlType time(int precision) {
        return new SqlType.Time(precision, false);
    }

    /** A time of day that knows its offset. */
    public static SqlType timeWithTimeZone() {
        return new SqlType.Time(null, true);
    }

    /** A time of day that knows its offset, with {@code precision} digits of the second's fraction. */
    public static SqlType timeWithTimeZone(int precision) {
        return new SqlType.Time(precision, true);
    }

    /** A date and time. */
    public static SqlType timestamp() {
        return new SqlType.Timestamp(null, false);
    }

    /** A date and time with {@code precision} digits of the second's fraction. */
    public static SqlType timestamp(int precision) {
        return new SqlType.Timestamp(precision, false);
    }

    /** A point in time. */
    public static SqlType timestampWithTimeZone() {
        return new SqlType.Timestamp(null, true);
    }

    /** A point in time with {@code precision} digits of the second's fraction. */
    public static SqlType timestampWithTimeZone(int precision) {
        return new SqlType.Timestamp(precision, true);
    }

    /** A universally unique identifier. */
    public static SqlType uuid() {
        return new SqlType.Uuid();
    }

    /** A JSON document, kept as text. */
    public static SqlType json() {
        return new SqlType.Json(false);
    }

    /** A JSON document, kept parsed. */
    public static SqlType jsonb() {
        return new SqlType.Json(true);
    }

    /** One of some words that belong to the column. */
    public static SqlType enumOf(String... values) {
        return new SqlType.Enumeration(null, List.of(values));
    }

    /** A value of the named enum type {@code name}. */
    public static SqlType enumType(String name) {
        return enumType(QualifiedName.of(name));
    }

    /** A value of the named enum type {@code name}. */
    public static SqlType enumType(QualifiedName name) {
        return new SqlType.Enumeration(name, List.of());
    }

    /** A value of the named enum type {@code name}, with its words for databases that keep them with the column. */
    public static SqlType enumType(String name, String... values) {
        return enumType(QualifiedName.of(name), values);
    }

    /** A value of the named enum type {@code name}, with its words for databases that keep them with the column. */
    public static SqlType enumType(QualifiedName name, String... values) {
        return new SqlType.Enumeration(name, List.of(values));
    }

    /** A list of {@code element}. */
    public static SqlType array(SqlType element) {
        return new SqlType.Array(element);
    }

    /** A type that only this database knows, as it is written there: {@code citext}, {@code vector(3)}. */
    public static SqlType named(String text) {
        return new SqlType.Named(text);
    }
}
