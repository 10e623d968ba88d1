package dev.retort.dialect.sqlserver;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/** Types as SQL Server has them from 2016 on. Source: Transact-SQL reference, Data types. */
final class SqlServerTypes extends StandardTypes {

    private static final int LONGEST = 8000;
    private static final int MOST_DIGITS_OF_SECONDS = 7;

    @Override
    public String spell(SqlType type) {
        if (type instanceof SqlType.VarChar varchar) {
            return "VARCHAR" + length(varchar.length());
        }
        if (type instanceof SqlType.VarBinary varbinary) {
            return "VARBINARY" + length(varbinary.length());
        }
        if (type instanceof SqlType.Time time) {
            return "TIME" + arguments(digits(time.precision()), null);
        }
        if (type instanceof SqlType.Timestamp timestamp) {
            return (timestamp.withZone() ? "DATETIMEOFFSET" : "DATETIME2")
                    + arguments(digits(timestamp.precision()), null);
        }
        if (type instanceof SqlType.Array array) {
            throw new RetortException(
                    "SQL Server has no lists: there is no type for '%s'".formatted(array),
                    "use a table of its own, or json()");
        }
        return super.spell(type);
    }

    /** {@inheritDoc} Its own TINYINT has no numbers below zero. */
    @Override
    protected String word(SqlType type) {
        if (type instanceof SqlType.Bool) {
            return "BIT";
        }
        if (type instanceof SqlType.TinyInt) {
            return "SMALLINT";
        }
        if (type instanceof SqlType.Text) {
            return "VARCHAR(max)";
        }
        if (type instanceof SqlType.Blob) {
            return "VARBINARY(max)";
        }
        if (type instanceof SqlType.Uuid) {
            return "UNIQUEIDENTIFIER";
        }
        return type instanceof SqlType.Json ? "NVARCHAR(max)" : super.word(type);
    }

    @Override
    protected String enumeration(@Nullable QualifiedName name, List<String> values) {
        String text = super.enumeration(name, values);
        boolean plain = values.stream().allMatch(value -> value.chars().allMatch(character -> character < 0x80));
        return plain ? text : "N" + text;
    }

    private static String length(@Nullable Integer length) {
        return length == null || length > LONGEST ? "(max)" : "(" + length + ")";
    }

    private static @Nullable Integer digits(@Nullable Integer precision) {
        return precision == null ? null : (Integer) Math.min(precision, MOST_DIGITS_OF_SECONDS);
    }

    @Override
    protected SqlType parse(TypeText parts, String text) {
        Integer first = parts.number(0);
        boolean longest =
                parts.arguments().size() == 1 && parts.arguments().get(0).equalsIgnoreCase("max");
        return switch (parts.words()) {
            case "bit" -> new SqlType.Bool();
            case "tinyint", "text", "timestamp", "binary varying" -> new SqlType.Named(text);
            case "varchar", "character varying", "char varying" ->
                longest ? new SqlType.Text() : new SqlType.VarChar(first == null ? 1 : first);
            case "varbinary" -> longest ? new SqlType.Blob() : new SqlType.VarBinary(first == null ? 1 : first);
            case "datetime2" -> new SqlType.Timestamp(seconds(first), false);
            case "datetimeoffset" -> new SqlType.Timestamp(seconds(first), true);
            case "time" -> new SqlType.Time(seconds(first), false);
            case "uniqueidentifier" -> new SqlType.Uuid();
            case "numeric", "decimal", "dec" ->
                new SqlType.Decimal(first == null ? 18 : first, parts.number(1) == null ? 0 : parts.number(1));
            default -> super.parse(parts, text);
        };
    }

    private static @Nullable Integer seconds(@Nullable Integer precision) {
        return precision == null || precision == MOST_DIGITS_OF_SECONDS ? null : precision;
    }

    /** Give what stands behind {@code DEFAULT}: the words of truth are numbers here. */
    static @Nullable String defaultValue(Column column) {
        String sql = column.defaultSql();
        if (sql == null) {
            return null;
        }
        return switch (sql.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> "1";
            case "false" -> "0";
            default -> sql;
        };
    }
}
