package dev.retort.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.dialect.Names;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.dialect.TableLookup;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** Asks the database what a table looks like now, and for every statement that it keeps of it. */
record SqliteTables(Connection connection, Names names, Reflector reflector) implements TableLookup {

    private static final String STATEMENTS = """
            SELECT sql FROM %s.sqlite_master
            WHERE tbl_name = ? COLLATE NOCASE AND type IN ('table', 'index', 'trigger') AND sql IS NOT NULL
            ORDER BY type <> 'table', type, rowid""";

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
        String schema = name.schema() == null ? "main" : names.spell(name.schema());
        var statements = new ArrayList<String>();
        try (var query = connection.prepareStatement(STATEMENTS.formatted(schema))) {
            query.setString(1, names.catalog(name.name()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw unreadable(name, e);
        }
        return statements;
    }

    private static RetortException unreadable(QualifiedName name, SQLException e) {
        return new RetortException(
                "Cannot read table '%s': %s".formatted(name, e.getMessage()),
                "check that the database file can be read",
                e);
    }
}
