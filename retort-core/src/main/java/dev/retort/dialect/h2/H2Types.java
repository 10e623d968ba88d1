package dev.retort.dialect.h2;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/** Types as H2 spells them (https://h2database.com/html/datatypes.html). A named enum is a domain. */
final class H2Types extends StandardTypes {

    /** The length that H2 gives where none is said. */
    static final int UNLIMITED = 1_000_000_000;

    private static final int DEFAULT_TIMESTAMP_PRECISION = 6;

    private final Names names;

    H2Types(Names names) {
        this.names = names;
    }

    @Override
    protected String word(SqlType type) {
        return type instanceof SqlType.Text ? "CLOB" : super.word(type);
    }

    @Override
    protected String enumeration(@Nullable QualifiedName name, List<String> values) {
        return name == null ? "ENUM(" + words(values) + ")" : names.spell(name);
    }

    @Override
    protected SqlType parse(TypeText parts, String text) {
        Integer first = parts.number(0);
        return switch (parts.words()) {
            case "bit", "bool" -> new SqlType.Bool();
            case "signed", "mediumint" -> new SqlType.Int();
            case "varchar2",
                    "nvarchar",
                    "nvarchar2",
                    "varchar_casesensitive",
                    "national character varying",
                    "national char varying" -> new SqlType.VarChar(first);
            case "nchar", "national character", "national char" -> new SqlType.Char(first == null ? 1 : first);
            case "tinytext",
                    "mediumtext",
                    "longtext",
                    "ntext",
                    "nclob",
                    "char large object",
                    "national character large object" -> new SqlType.Text();
            case "tinyblob", "mediumblob", "longblob", "image" -> new SqlType.Blob();
            case "raw", "longvarbinary", "bytea" -> new SqlType.VarBinary(first);
            case "datetime", "smalldatetime", "datetime2" -> new SqlType.Timestamp(first, false);
            case "enum" -> new SqlType.Enumeration(null, EnumText.values(text));
            default ->
                text.toLowerCase(Locale.ROOT).startsWith("enum") && text.contains("(")
                        ? new SqlType.Enumeration(null, EnumText.values(text))
                        : super.parse(parts, text);
        };
    }

    @Override
    public SqlType canonical(SqlType type) {
        if (type instanceof SqlType.VarChar text) {
            return new SqlType.VarChar(limit(text.length()));
        }
        if (type instanceof SqlType.VarBinary bytes) {
            return new SqlType.VarBinary(limit(bytes.length()));
        }
        if (type instanceof SqlType.Decimal decimal && decimal.precision() != null && decimal.scale() == null) {
            return new SqlType.Decimal(decimal.precision(), 0);
        }
        if (type instanceof SqlType.Time time && time.precision() == null) {
            return new SqlType.Time(0, time.withZone());
        }
        if (type instanceof SqlType.Timestamp moment && moment.precision() == null) {
            return new SqlType.Timestamp(DEFAULT_TIMESTAMP_PRECISION, moment.withZone());
        }
        if (type instanceof SqlType.Json) {
            return new SqlType.Json(false);
        }
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(canonical(array.element()));
        }
        if (type instanceof SqlType.Named named) {
            SqlType known = parse(named.text());
            return known instanceof SqlType.Named ? named(named.text()) : canonical(known);
        }
        return type;
    }

    /** A named enum is its name; its words are compared with the type itself. */
    @Override
    public boolean same(SqlType actual, SqlType desired) {
        if (actual instanceof SqlType.Enumeration one
                && desired instanceof SqlType.Enumeration other
                && one.name() != null
                && other.name() != null) {
            return names.tableKey(one.name().name())
                    .equals(names.tableKey(other.name().name()));
        }
        return super.same(actual, desired);
    }

    private static @Nullable Integer limit(@Nullable Integer length) {
        return length == null || length >= UNLIMITED ? null : length;
    }

    /** Write a type that only H2 knows in one way. */
    static SqlType.Named named(String text) {
        boolean quoted = text.contains("\"");
        String plain = text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\s*,\\s*", ", ")
                .replaceAll("\\s*\\(\\s*", "(");
        return new SqlType.Named(quoted ? text : plain.toLowerCase(Locale.ROOT));
    }
}
