package dev.retort.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One row of the catalog.
 *
 * @param values the columns that were asked for, by their names
 */
record CatalogRow(Map<String, @Nullable String> values) {

    /** Ask the catalog. */
    static List<CatalogRow> of(Connection connection, String query, List<String> parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                var found = new ArrayList<CatalogRow>();
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var values = new HashMap<String, @Nullable String>();
                    for (int i = 1; i <= columns; i++) {
                        values.put(
                                rows.getMetaData().getColumnLabel(i).toUpperCase(java.util.Locale.ROOT),
                                rows.getString(i));
                    }
                    found.add(new CatalogRow(values));
                }
                return found;
            }
        }
    }

    /** Give a value, or {@code null}. */
    @Nullable
    String find(String column) {
        return values.get(column);
    }

    /** Give a value that is always there. */
    String get(String column) {
        return String.valueOf(values.get(column));
    }

    /** Tell whether a value is {@code YES} or {@code TRUE}. */
    boolean is(String column) {
        String value = values.get(column);
        return "YES".equalsIgnoreCase(value) || "TRUE".equalsIgnoreCase(value);
    }

    /** Give a value as a number, or {@code null}. */
    @Nullable
    Long number(String column) {
        String value = values.get(column);
        return value == null ? null : (Long) Long.parseLong(value);
    }

    /** Give a value as a small number, or {@code null} if it is not there or too large for one. */
    @Nullable
    Integer integer(String column) {
        Long value = number(column);
        return value == null || value > Integer.MAX_VALUE ? null : (Integer) value.intValue();
    }
}
