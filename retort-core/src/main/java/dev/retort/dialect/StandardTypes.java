package dev.retort.dialect;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/**
 * Types as the SQL standard spells them. A dialect overrides {@link #spell(SqlType)} and {@link #parse(TypeText, String)}
 * for what it calls otherwise.
 */
public class StandardTypes implements Types {

    /** A number as an expression's tokens show it, or in quotes. */
    private static final Pattern NUMBER = Pattern.compile("('?)([-+]?) ?(\\d+(?:\\.\\d*)?|\\.\\d+)\\1");

    @Override
    public String spell(SqlType type) {
        if (type instanceof SqlType.Decimal decimal) {
            return "NUMERIC" + arguments(decimal.precision(), decimal.scale());
        }
        if (type instanceof SqlType.Char character) {
            return "CHAR(" + character.length() + ")";
        }
        if (type instanceof SqlType.VarChar varchar) {
            return "VARCHAR" + arguments(varchar.length(), null);
        }
        if (type instanceof SqlType.Binary binary) {
            return "BINARY(" + binary.length() + ")";
        }
        if (type instanceof SqlType.VarBinary varbinary) {
            return "VARBINARY" + arguments(varbinary.length(), null);
        }
        if (type instanceof SqlType.Time time) {
            return "TIME" + arguments(time.precision(), null) + (time.withZone() ? " WITH TIME ZONE" : "");
        }
        if (type instanceof SqlType.Timestamp timestamp) {
            return "TIMESTAMP" + arguments(timestamp.precision(), null)
                    + (timestamp.withZone() ? " WITH TIME ZONE" : "");
        }
        if (type instanceof SqlType.Enumeration enumeration) {
            return enumeration(enumeration.name(), enumeration.values());
        }
        if (type instanceof SqlType.Array array) {
            return spell(array.element()) + " ARRAY";
        }
        return type instanceof SqlType.Named named ? named.text() : word(type);
    }

    /** Spell a type without arguments. */
    protected String word(SqlType type) {
        if (type instanceof SqlType.Bool) {
            return "BOOLEAN";
        }
        if (type instanceof SqlType.TinyInt) {
            return "TINYINT";
        }
        if (type instanceof SqlType.SmallInt) {
            return "SMALLINT";
        }
        if (type instanceof SqlType.Int) {
            return "INTEGER";
        }
        if (type instanceof SqlType.BigInt) {
            return "BIGINT";
        }
        if (type instanceof SqlType.Real) {
            return "REAL";
        }
        if (type instanceof SqlType.DoublePrecision) {
            return "DOUBLE PRECISION";
        }
        if (type instanceof SqlType.Text) {
            return "TEXT";
        }
        if (type instanceof SqlType.Blob) {
            return "BLOB";
        }
        if (type instanceof SqlType.Uuid) {
            return "UUID";
        }
        if (type instanceof SqlType.Json) {
            return "JSON";
        }
        return "DATE";
    }

    /** Spell one of some words: the name of its type, or text that is long enough for each word. */
    protected String enumeration(@Nullable QualifiedName name, List<String> values) {
        if (values.isEmpty()) {
            throw new RetortException(
                    "The words of the enum type '%s' are not known here".formatted(name),
                    "use enumOf(..) with the words, or varchar(..)");
        }
        int longest = values.stream().mapToInt(String::length).max().orElse(1);
        return spell(new SqlType.VarChar(longest));
    }

    /** Spell arguments in brackets, as many as are given. */
    protected static String arguments(@Nullable Integer first, @Nullable Integer second) {
        if (first == null) {
            return "";
        }
        return second == null ? "(" + first + ")" : "(" + first + "," + second + ")";
    }

    /** Spell words as literals with commas between them. */
    protected static String words(List<String> values) {
        var literals = new SqlLiterals();
        return values.stream().map(literals::string).collect(joining(","));
    }

    @Override
    public SqlType parse(String text) {
        TypeText parts = TypeText.of(text);
        if (parts.dimensions() > 0) {
            return new SqlType.Array(parse(elementOf(text)));
        }
        return parse(parts, text.trim());
    }

    private static String elementOf(String text) {
        return text.trim().replaceFirst("(?i)(\\s*\\[\\s*\\d*\\s*]|\\s+array(\\s*\\[\\s*\\d*\\s*])?)$", "");
    }

    /**
     * Understand a type that is no array.
     *
     * @param parts its words and arguments
     * @param text as it was written
     */
    protected SqlType parse(TypeText parts, String text) {
        Integer first = parts.number(0);
        return switch (parts.words()) {
            case "boolean", "bool" -> new SqlType.Bool();
            case "tinyint" -> new SqlType.TinyInt();
            case "smallint", "int2" -> new SqlType.SmallInt();
            case "integer", "int", "int4" -> new SqlType.Int();
            case "bigint", "int8" -> new SqlType.BigInt();
            case "numeric", "decimal", "dec" -> new SqlType.Decimal(first, parts.number(1));
            case "real", "float4" -> new SqlType.Real();
            case "double precision", "double", "float8" -> new SqlType.DoublePrecision();
            case "float" -> first != null && first <= 24 ? new SqlType.Real() : new SqlType.DoublePrecision();
            case "char", "character" -> new SqlType.Char(first == null ? 1 : first);
            case "varchar", "character varying", "char varying" -> new SqlType.VarChar(first);
            case "text", "clob", "character large object" -> new SqlType.Text();
            case "binary" -> new SqlType.Binary(first == null ? 1 : first);
            case "varbinary", "binary varying" -> new SqlType.VarBinary(first);
            case "blob", "binary large object" -> new SqlType.Blob();
            case "date" -> new SqlType.Date();
            case "time", "time without time zone" -> new SqlType.Time(first, false);
            case "time with time zone" -> new SqlType.Time(first, true);
            case "timestamp", "timestamp without time zone" -> new SqlType.Timestamp(first, false);
            case "timestamp with time zone" -> new SqlType.Timestamp(first, true);
            case "uuid" -> new SqlType.Uuid();
            case "json" -> new SqlType.Json(false);
            default -> new SqlType.Named(text);
        };
    }

    @Override
    public SqlType canonical(SqlType type) {
        return parse(spell(type));
    }

    @Override
    public boolean sameDefault(Column actual, Column desired) {
        return Objects.equals(defaultText(actual), defaultText(desired));
    }

    /** Give a text that is equal for two columns with the same default, or {@code null} for none. */
    protected @Nullable String defaultText(Column column) {
        if (column.defaultSql() == null) {
            return null;
        }
        String text = ExpressionText.normalized(column.defaultSql());
        Matcher number = NUMBER.matcher(text);
        if (isNumber(column.type()) && number.matches()) {
            var value = new BigDecimal(number.group(3)).stripTrailingZeros();
            return (number.group(2).equals("-") ? value.negate() : value).toPlainString();
        }
        return text.equals("null") ? null : text;
    }

    private static boolean isNumber(SqlType type) {
        return type instanceof SqlType.TinyInt
                || type instanceof SqlType.SmallInt
                || type instanceof SqlType.Int
                || type instanceof SqlType.BigInt
                || type instanceof SqlType.Decimal
                || type instanceof SqlType.Real
                || type instanceof SqlType.DoublePrecision;
    }

    @Override
    public boolean sameExpression(String actual, String desired) {
        return ExpressionText.same(actual, desired);
    }
}
