package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** Asks the database itself what a table looks like now. */
record LiveTables(Reflector reflector, Connection connection) implements TableLookup {

    @Override
    public Optional<Table> find(QualifiedName name) {
        try {
            return reflector.read(connection, Scope.table(name)).tables().stream()
                    .findFirst();
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read table '%s': %s".formatted(name, e.getMessage()),
                    "see the database's own message above",
                    e);
        }
    }
}
