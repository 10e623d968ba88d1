package dev.retort.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/**
 * Reads tables from the statements that SQLite keeps of them, one query for each schema. The statements say more than the
 * pragmas do: names of constraints, checks, expressions of generated columns.
 *
 * <p>SQLite's own tables, virtual tables and what belongs to these are left out. A schema is an attached database.
 */
final class SqliteReflector implements Reflector {

    /** Tables of a schema and their indexes; {@code pragma_table_list} needs SQLite 3.37. */
    private static final String STATEMENTS = """
            SELECT type, sql FROM %1$s.sqlite_master
            WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'
              AND tbl_name IN (SELECT name FROM pragma_table_list WHERE schema = %2$s COLLATE NOCASE AND type = 'table')
            ORDER BY type DESC, tbl_name, name""";

    private final Names names;
    private final SqliteTypes types;

    SqliteReflector(Names names, SqliteTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public Schema read(Connection connection, Scope scope) throws SQLException {
        var tables = new ArrayList<Table>();
        if (scope.schemas().isEmpty() || scope.only() == null) {
            tables.addAll(read(connection, scope, null));
        }
        for (String schema : scope.schemas()) {
            tables.addAll(read(connection, scope, schema));
        }
        return new Schema(tables, List.of(), List.of());
    }

    private List<Table> read(Connection connection, Scope scope, @Nullable String schema) throws SQLException {
        String attached = schema == null ? "main" : names.catalog(schema);
        var catalog = new SqliteCatalog(names, types, schema);
        String query = STATEMENTS.formatted(names.spell(attached), new SqliteLiterals().string(attached));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                catalog.add(rows.getString(1), rows.getString(2));
            }
        }
        return scope.only() == null
                ? catalog.tables()
                : catalog.table(scope.only().name()).stream().toList();
    }
}
