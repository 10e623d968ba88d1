package dev.retort.dialect.mariadb;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;

/**
 * Reads literal defaults with characters beyond U+FFFF, of which every catalog of MariaDB shows question marks though the
 * server fills them in as they were written: {@code DEFAULT(column)} gives them. An empty table answers for columns that
 * accept {@code NULL} alone; of others the question mark remains.
 */
final class LiteralDefaults {

    private static final int NO_SELECT_ON_TABLE = 1142;
    private static final int NO_SELECT_ON_COLUMN = 1143;

    private LiteralDefaults() {}

    static boolean isLiteral(Column column) {
        return column.defaultSql() != null && column.defaultSql().startsWith("'");
    }

    /** Give a default as the server keeps it, which for a literal that it cannot show is as it was written. */
    static @Nullable String stored(Column written, @Nullable String shown) {
        return shown != null && shown.indexOf('?') >= 0 && isLiteral(written) ? written.defaultSql() : shown;
    }

    /** Ask for the unsure defaults of one table, and put those that are others than they look into {@code tables}. */
    static void read(Connection connection, MariaDbNames names, QualifiedName table, CatalogTables tables)
            throws SQLException {
        List<Column> columns = tables.unsureLiterals(table);
        if (columns.isEmpty()) {
            return;
        }
        String asked = columns.stream()
                .map(column -> "DEFAULT(asked." + names.spell(column.name()) + ")")
                .collect(joining(", "));
        String query = "SELECT " + asked + " FROM (SELECT 1) anyway LEFT JOIN " + names.spell(table)
                + " asked ON TRUE LIMIT 1";
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            for (int i = 0; i < columns.size(); i++) {
                String value = row.getString(i + 1);
                if (value != null && value.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
                    String shown = String.valueOf(columns.get(i).defaultSql());
                    tables.settle(
                            table, columns.get(i), new MariaDbLiterals().literal(value) + ColumnAttributes.of(shown));
                }
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SELECT_ON_TABLE && e.getErrorCode() != NO_SELECT_ON_COLUMN) {
                throw e;
            }
        }
    }
}
