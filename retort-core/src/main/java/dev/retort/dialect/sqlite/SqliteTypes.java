package dev.retort.dialect.sqlite;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/**
 * Types as SQLite keeps them: a column's type is the text of its declaration, from which only an affinity follows
 * (https://www.sqlite.org/datatype3.html). Synonyms of one type count as the same, different types do not, so that a
 * change of the model is seen even where it changes no affinity.
 */
final class SqliteTypes extends StandardTypes {

    private static final int LENGTH_OF_UNKNOWN_WORDS = 255;

    /** Brackets may stand only at the end of a type. */
    @Override
    public String spell(SqlType type) {
        if (type instanceof SqlType.Array) {
            throw new RetortException("sqlite has no type for a list of values", "store the list as json()");
        }
        if (type instanceof SqlType.Time time && time.withZone()) {
            return "TIME WITH TIME ZONE" + arguments(time.precision(), null);
        }
        if (type instanceof SqlType.Timestamp timestamp && timestamp.withZone()) {
            return "TIMESTAMP WITH TIME ZONE" + arguments(timestamp.precision(), null);
        }
        return type instanceof SqlType.Json json && json.binary() ? "JSONB" : super.spell(type);
    }

    @Override
    protected String enumeration(@Nullable QualifiedName name, List<String> values) {
        return values.isEmpty() ? "VARCHAR(" + LENGTH_OF_UNKNOWN_WORDS + ")" : super.enumeration(name, values);
    }

    @Override
    protected SqlType parse(TypeText parts, String text) {
        Integer first = parts.number(0);
        return switch (parts.words()) {
            case "mediumint" -> new SqlType.Int();
            case "nchar", "native character" -> new SqlType.Char(first == null ? 1 : first);
            case "nvarchar", "varying character" -> new SqlType.VarChar(first);
            case "datetime" -> new SqlType.Timestamp(first, false);
            case "timestamptz" -> new SqlType.Timestamp(first, true);
            case "jsonb" -> new SqlType.Json(true);
            default -> super.parse(parts, text);
        };
    }

    @Override
    public SqlType canonical(SqlType type) {
        return type instanceof SqlType.Array ? type : super.canonical(type);
    }

    @Override
    public boolean same(SqlType actual, SqlType desired) {
        SqlType one = canonical(actual);
        SqlType other = canonical(desired);
        if (one instanceof SqlType.Named first && other instanceof SqlType.Named second) {
            return first.text().equalsIgnoreCase(second.text());
        }
        return one.equals(other);
    }

    /** Truth is a number. */
    @Override
    protected @Nullable String defaultText(Column column) {
        String text = super.defaultText(column);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> "1";
            case "false" -> "0";
            default -> text;
        };
    }

    @Override
    public boolean sameExpression(String actual, String desired) {
        return Expressions.plain(actual).equals(Expressions.plain(desired)) || super.sameExpression(actual, desired);
    }
}
