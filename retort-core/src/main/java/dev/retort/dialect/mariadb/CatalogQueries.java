package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Scope;
import dev.retort.schema.QualifiedName;

/** Asks the catalog about the databases, or the one table, of a scope. Every query begins with database and table. */
final class CatalogQueries {

    /** Takes one row of an answer. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final MariaDbNames names;
    private final List<String> databases = new ArrayList<>();
    private final String current;
    private final @Nullable String table;

    CatalogQueries(Connection connection, MariaDbNames names, Scope scope) throws SQLException {
        this.connection = connection;
        this.names = names;
        this.current = String.valueOf(connection.getCatalog());
        QualifiedName only = scope.only();
        this.table = only == null ? null : names.catalog(only.name());
        if (only == null || only.schema() == null) {
            databases.add(current);
        }
        scope.schemas().forEach(schema -> databases.add(names.catalog(schema)));
    }

    /**
     * Ask, and hand on each row.
     *
     * @param sql with {@code %s} where the databases stand
     * @param order the columns by which the rows of one table are ordered
     */
    void read(String sql, String order, Row row) throws SQLException {
        String condition = table == null ? "" : " AND TABLE_NAME = ?";
        String marks = String.join(", ", Collections.nCopies(databases.size(), "?"));
        try (PreparedStatement statement =
                connection.prepareStatement(sql.formatted(marks) + condition + " ORDER BY " + order)) {
            int at = 1;
            for (String database : databases) {
                statement.setString(at, database);
                at++;
            }
            if (table != null) {
                statement.setString(at, table);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }

    /** Name the table of a row, without a database where it is the connection's own. */
    QualifiedName name(ResultSet row) throws SQLException {
        return name(row.getString(1), row.getString(2));
    }

    /** Name a table as people write it, without a database where it is the connection's own. */
    QualifiedName name(String database, String name) {
        return QualifiedName.of(database.equals(current) ? null : names.read(database), names.read(name));
    }
}
