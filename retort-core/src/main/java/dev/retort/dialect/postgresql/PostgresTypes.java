package dev.retort.dialect.postgresql;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/**
 * How PostgreSQL spells types, and what its catalog makes of them. Source: PostgreSQL manual 18, chapter 8.
 *
 * <p>Bytes have one type, {@code bytea}; the smallest number has two bytes; an array does not keep its number of
 * dimensions; the words of a named enum belong to the type, not to the column.
 */
final class PostgresTypes extends StandardTypes {

    private final Names names;

    PostgresTypes(Names names) {
        this.names = names;
    }

    @Override
    public String spell(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return spell(element(array)) + "[]";
        }
        if (type instanceof SqlType.Binary || type instanceof SqlType.VarBinary || type instanceof SqlType.Blob) {
            return "BYTEA";
        }
        if (type instanceof SqlType.TinyInt) {
            return "SMALLINT";
        }
        return type instanceof SqlType.Json json && json.binary() ? "JSONB" : super.spell(type);
    }

    @Override
    protected String enumeration(@Nullable QualifiedName name, List<String> values) {
        return name == null ? super.enumeration(null, values) : names.spell(name);
    }

    @Override
    public SqlType parse(String text) {
        SqlType type = super.parse(text);
        return type instanceof SqlType.Array array ? new SqlType.Array(element(array)) : type;
    }

    @Override
    protected SqlType parse(TypeText parts, String text) {
        Integer first = parts.number(0);
        return switch (parts.words()) {
            case "numeric", "decimal", "dec" ->
                new SqlType.Decimal(first, first == null || parts.number(1) != null ? parts.number(1) : (Integer) 0);
            case "serial", "serial4" -> new SqlType.Int();
            case "bigserial", "serial8" -> new SqlType.BigInt();
            case "smallserial", "serial2" -> new SqlType.SmallInt();
            case "bytea" -> new SqlType.Blob();
            case "bpchar" -> first == null ? new SqlType.Named("bpchar") : new SqlType.Char(first);
            case "timetz" -> new SqlType.Time(first, true);
            case "timestamptz" -> new SqlType.Timestamp(first, true);
            case "jsonb" -> new SqlType.Json(true);
            case "varbit" -> named("bit varying", parts);
            case "bit" -> new SqlType.Named("bit(" + (first == null ? 1 : first) + ")");
            case "tinyint", "double", "clob", "blob", "binary", "varbinary", "character large object" ->
                new SqlType.Named(text);
            default -> {
                SqlType type = super.parse(parts, text);
                yield type instanceof SqlType.Named && !text.contains("\"") ? named(parts.words(), parts) : type;
            }
        };
    }

    private static SqlType named(String words, TypeText parts) {
        return new SqlType.Named(
                parts.arguments().isEmpty() ? words : words + "(" + String.join(",", parts.arguments()) + ")");
    }

    @Override
    public SqlType canonical(SqlType type) {
        if (type instanceof SqlType.Enumeration enumeration && enumeration.name() != null) {
            return new SqlType.Enumeration(enumeration.name(), List.of());
        }
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(canonical(element(array)));
        }
        return super.canonical(type);
    }

    /** A domain is as good as what it is made of. Without a precision, a time keeps six digits of the second's fraction: the same as with six. */
    @Override
    public boolean same(SqlType actual, SqlType desired) {
        if (actual instanceof SqlType.Named domain && domain.basis() != null && same(domain.basis(), desired)) {
            return true;
        }
        SqlType one = withoutSixDigits(canonical(actual));
        SqlType other = withoutSixDigits(canonical(desired));
        return one.equals(other)
                || (one instanceof SqlType.Named name
                        && other instanceof SqlType.Named word
                        && name.text().equalsIgnoreCase(word.text()));
    }

    private static SqlType withoutSixDigits(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(withoutSixDigits(array.element()));
        }
        if (type instanceof SqlType.Time time && Integer.valueOf(6).equals(time.precision())) {
            return new SqlType.Time(null, time.withZone());
        }
        return type instanceof SqlType.Timestamp timestamp && Integer.valueOf(6).equals(timestamp.precision())
                ? new SqlType.Timestamp(null, timestamp.withZone())
                : type;
    }

    private static SqlType element(SqlType.Array array) {
        return array.element() instanceof SqlType.Array inner ? element(inner) : array.element();
    }
}
