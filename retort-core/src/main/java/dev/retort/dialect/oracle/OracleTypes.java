package dev.retort.dialect.oracle;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;

/**
 * Types as Oracle has them from 12.2 on, before {@code BOOLEAN} and {@code JSON} came: whole numbers are {@code NUMBER} with
 * as many digits as Java's type needs, true and false are 1 and 0, a UUID is 16 bytes, JSON is text, and text or bytes that
 * may be longer than a row's limit (4000 and 2000) are {@code CLOB} and {@code BLOB}. Source: SQL Language Reference, Data
 * Types.
 */
final class OracleTypes extends StandardTypes {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_CHAR = 2000;
    private static final int LONGEST_BYTES = 2000;
    private static final int MOST_DIGITS = 38;
    private static final int UUID_BYTES = 16;
    private static final int DEFAULT_FRACTION = 6;
    private static final int LONGEST_FRACTION = 9;

    @Override
    public String spell(SqlType type) {
        if (type instanceof SqlType.Decimal decimal) {
            return "NUMBER" + arguments(digits(decimal.precision()), decimal.scale());
        }
        if (type instanceof SqlType.Char character) {
            return character.length() > LONGEST_CHAR ? "CLOB" : "CHAR(" + character.length() + " CHAR)";
        }
        if (type instanceof SqlType.VarChar text) {
            return text.length() == null || text.length() > LONGEST_TEXT
                    ? "CLOB"
                    : "VARCHAR2(" + text.length() + " CHAR)";
        }
        if (type instanceof SqlType.Binary bytes) {
            return bytes(bytes.length());
        }
        if (type instanceof SqlType.VarBinary bytes) {
            return bytes(bytes.length());
        }
        if (type instanceof SqlType.Time) {
            throw new RetortException(
                    "Oracle has no type for a time of day: '%s'".formatted(super.spell(type)),
                    "use timestamp(..), or named(\"INTERVAL DAY(0) TO SECOND\")");
        }
        if (type instanceof SqlType.Timestamp timestamp) {
            return "TIMESTAMP" + arguments(fraction(timestamp.precision()), null)
                    + (timestamp.withZone() ? " WITH TIME ZONE" : "");
        }
        if (type instanceof SqlType.Array array) {
            throw new RetortException(
                    "Oracle has no lists of values in a column: '%s[]'".formatted(spell(array.element())),
                    "use json(), or a table of its own");
        }
        return super.spell(type);
    }

    private static @Nullable Integer digits(@Nullable Integer precision) {
        if (precision != null && precision > MOST_DIGITS) {
            throw new RetortException(
                    "Oracle keeps at most %d digits: 'NUMBER(%d)'".formatted(MOST_DIGITS, precision),
                    "use a precision of at most " + MOST_DIGITS);
        }
        return precision;
    }

    private static @Nullable Integer fraction(@Nullable Integer precision) {
        return precision == null ? null : (Integer) Math.min(precision, LONGEST_FRACTION);
    }

    private static String bytes(@Nullable Integer length) {
        return length == null || length > LONGEST_BYTES ? "BLOB" : "RAW(" + length + ")";
    }

    @Override
    protected String word(SqlType type) {
        if (type instanceof SqlType.Bool) {
            return "NUMBER(1)";
        }
        if (type instanceof SqlType.TinyInt) {
            return "NUMBER(3)";
        }
        if (type instanceof SqlType.SmallInt) {
            return "NUMBER(5)";
        }
        if (type instanceof SqlType.Int) {
            return "NUMBER(10)";
        }
        if (type instanceof SqlType.BigInt) {
            return "NUMBER(19)";
        }
        if (type instanceof SqlType.Real) {
            return "BINARY_FLOAT";
        }
        if (type instanceof SqlType.DoublePrecision) {
            return "BINARY_DOUBLE";
        }
        if (type instanceof SqlType.Text || type instanceof SqlType.Json) {
            return "CLOB";
        }
        return type instanceof SqlType.Uuid ? bytes(UUID_BYTES) : super.word(type);
    }

    /** Tell whether a column of this type is a large object, which no column of another type can become. */
    boolean isLarge(SqlType type) {
        String spelled = spell(type).toUpperCase(Locale.ROOT);
        return spelled.equals("CLOB") || spelled.equals("BLOB") || spelled.equals("NCLOB");
    }

    @Override
    protected SqlType parse(TypeText parts, String text) {
        Integer first = number(parts, 0);
        return switch (parts.words()) {
            case "number", "numeric", "decimal", "dec" -> number(first, parts.number(1));
            case "integer", "int", "smallint" -> new SqlType.Decimal(MOST_DIGITS, 0);
            case "varchar2", "varchar", "char varying", "character varying" -> new SqlType.VarChar(first);
            case "char", "character" -> new SqlType.Char(first == null ? 1 : first);
            case "raw" -> first != null && first == UUID_BYTES ? new SqlType.Uuid() : new SqlType.VarBinary(first);
            case "binary_float" -> new SqlType.Real();
            case "binary_double" -> new SqlType.DoublePrecision();
            case "clob" -> new SqlType.Text();
            case "blob" -> new SqlType.Blob();
            case "date" -> new SqlType.Date();
            case "timestamp" -> new SqlType.Timestamp(first == null ? DEFAULT_FRACTION : first, false);
            case "timestamp with time zone" -> new SqlType.Timestamp(first == null ? DEFAULT_FRACTION : first, true);
            default -> new SqlType.Named(text.toUpperCase(Locale.ROOT));
        };
    }

    /** A length may say what it counts: {@code 10 CHAR}. */
    private static @Nullable Integer number(TypeText parts, int position) {
        if (position >= parts.arguments().size()) {
            return null;
        }
        String text = parts.arguments().get(position).replaceFirst("(?i)\\s+(char|byte)$", "");
        return text.matches("\\d{1,9}") ? (Integer) Integer.parseInt(text) : null;
    }

    private static SqlType number(@Nullable Integer precision, @Nullable Integer scale) {
        if (precision == null) {
            return new SqlType.Decimal(null, null);
        }
        if (scale != null && scale != 0) {
            return new SqlType.Decimal(precision, scale);
        }
        return switch (precision) {
            case 1 -> new SqlType.Bool();
            case 3 -> new SqlType.TinyInt();
            case 5 -> new SqlType.SmallInt();
            case 10 -> new SqlType.Int();
            case 19 -> new SqlType.BigInt();
            default -> new SqlType.Decimal(precision, 0);
        };
    }

    @Override
    protected @Nullable String defaultText(Column column) {
        String sql = column.defaultSql();
        return super.defaultText(sql == null ? column : column.defaultSql(truth(sql)));
    }

    /** Write a default of {@code true} or {@code false} as the number that stands for it. */
    static String truth(String sql) {
        return sql.strip().equalsIgnoreCase("true") ? "1" : sql.strip().equalsIgnoreCase("false") ? "0" : sql;
    }
}
