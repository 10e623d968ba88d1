package dev.retort.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.dialect.TableLookup;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** Asks the database what a table looks like now, and who uses a domain. */
record H2Tables(Connection connection, H2Names names, Reflector reflector) implements TableLookup {

    private static final String USERS = """
            SELECT C.TABLE_SCHEMA, C.TABLE_NAME, C.COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS C
            JOIN INFORMATION_SCHEMA.TABLES T ON T.TABLE_SCHEMA = C.TABLE_SCHEMA AND T.TABLE_NAME = C.TABLE_NAME
            WHERE T.TABLE_TYPE = 'BASE TABLE' AND C.DOMAIN_NAME = ?
              AND C.DOMAIN_SCHEMA = COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA)
            ORDER BY 1, 2, 3""";

    /** A column that uses a domain. */
    record User(QualifiedName table, String column) {}

    @Override
    public Optional<Table> find(QualifiedName name) {
        try {
            return reflector.read(connection, Scope.table(name)).tables().stream()
                    .findFirst();
        } catch (SQLException e) {
            throw unreadable("table", name, e);
        }
    }

    /** List the columns that use a domain, of all schemas. */
    List<User> users(QualifiedName domain) {
        try (var query = connection.prepareStatement(USERS)) {
            query.setString(1, names.catalog(domain.name()));
            query.setString(2, domain.schema() == null ? null : names.catalog(domain.schema()));
            var users = new ArrayList<User>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    users.add(new User(
                            QualifiedName.of(names.read(rows.getString(1)), names.read(rows.getString(2))),
                            names.read(rows.getString(3))));
                }
            }
            return users;
        } catch (SQLException e) {
            throw unreadable("domain", domain, e);
        }
    }

    private static RetortException unreadable(String kind, QualifiedName name, SQLException e) {
        return new RetortException(
                "Cannot read %s '%s': %s".formatted(kind, name, e.getMessage()),
                "see the database's own message above",
                e);
    }
}
