package dev.retort.dialect.mariadb;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Column;
import dev.retort.schema.SqlType;

/**
 * What a column of MariaDB is beside what every database knows. That it is not shown ({@code INVISIBLE}) stands at the end of
 * its default, as {@code ON UPDATE} does, so that whatever makes the column again makes it so; the others are repeated where
 * the column is changed. Source: MariaDB Knowledge Base, Invisible Columns, CREATE TABLE (column definitions), Storage-Engine
 * Independent Column Compression.
 */
final class ColumnAttributes {

    static final String INVISIBLE = " INVISIBLE";
    static final String UNVERSIONED = " WITHOUT SYSTEM VERSIONING";
    static final String COMPRESSED = " COMPRESSED";

    private static final Pattern ATTRIBUTED = Pattern.compile("(?is)(.*\\S)\\s+invisible\\s*");

    private ColumnAttributes() {}

    /** Put what the catalog's {@code EXTRA} says, in lower case, behind a default. A numbered column has no default. */
    static @Nullable String with(@Nullable String defaultSql, String extra) {
        return extra.contains("invisible") && !extra.contains("auto_increment")
                ? (defaultSql == null ? "NULL" : defaultSql) + INVISIBLE
                : defaultSql;
    }

    /** Give what stands behind a default. */
    static String of(String defaultSql) {
        return ATTRIBUTED.matcher(defaultSql).matches() ? INVISIBLE : "";
    }

    /** Give a default without what stands behind it. */
    static String withoutAttributes(String defaultSql) {
        Matcher attributed = ATTRIBUTED.matcher(defaultSql);
        return attributed.matches() ? attributed.group(1) : defaultSql;
    }

    /** Give what a definition of {@code column} must say beside itself for the column to stay what it is. */
    static String toRepeat(Column column, Set<String> attributes) {
        return attributes.stream()
                .filter(attribute -> !attribute.equals(INVISIBLE)
                        || column.defaultSql() == null
                        || of(column.defaultSql()).isEmpty())
                .filter(attribute -> !attribute.equals(COMPRESSED) || mayBeCompressed(column))
                .collect(joining());
    }

    private static boolean mayBeCompressed(Column column) {
        SqlType type = column.type();
        return column.generated() == null
                && (type instanceof SqlType.VarChar
                        || type instanceof SqlType.VarBinary
                        || type instanceof SqlType.Text
                        || type instanceof SqlType.Blob
                        || (type instanceof SqlType.Named named
                                && named.text().toLowerCase(Locale.ROOT).matches("(tiny|medium)?(text|blob)\\b.*")));
    }

    /** Describe a column without what stands behind its default. */
    static Column withoutAttributes(Column column) {
        return Optional.ofNullable(column.defaultSql())
                .map(ColumnAttributes::withoutAttributes)
                .map(sql -> column.defaultSql(sql.equals("NULL") ? null : sql))
                .orElse(column);
    }
}
