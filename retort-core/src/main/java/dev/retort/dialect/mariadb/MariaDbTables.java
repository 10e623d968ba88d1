package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.dialect.TableLookup;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** Asks the database what a table looks like now, and for the statement that would make it. */
record MariaDbTables(Connection connection, MariaDbNames names, Reflector reflector) implements TableLookup {

    @Override
    public Optional<Table> find(QualifiedName name) {
        try {
            return reflector.read(connection, Scope.table(name)).tables().stream()
                    .findFirst();
        } catch (SQLException e) {
            throw unreadable(name, e);
        }
    }

    @Override
    public List<String> storedSql(QualifiedName name) {
        try {
            return List.of(shown(connection, names.spell(name)));
        } catch (SQLException e) {
            throw unreadable(name, e);
        }
    }

    /** Ask for the statement that would make a table. */
    static String shown(Connection connection, String spelledName) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW CREATE TABLE " + spelledName)) {
            row.next();
            return row.getString(2);
        }
    }

    private static RetortException unreadable(QualifiedName name, SQLException e) {
        return new RetortException(
                "Cannot read table '%s': %s".formatted(name, e.getMessage()),
                "see the database's own message above",
                e);
    }
}
