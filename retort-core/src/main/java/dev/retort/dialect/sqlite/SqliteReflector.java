package dev.retort.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/**
 * Reads tables from the statements that SQLite keeps of them, one query for each schema. The statements say more than the
 * pragmas do: names of constraints, checks, expressions of generated columns.
 *
 * <p>SQLite's own tables, and what belongs to virtual tables, are left out; views and virtual tables are no tables here, and
 * kept. A schema is an attached database.
 */
final class SqliteReflector implements Reflector {

    /** What is kept, tables of a schema and their indexes; {@code pragma_table_list} needs SQLite 3.37. */
    private static final String STATEMENTS = """
            SELECT CASE WHEN type = 'view' OR sql LIKE 'CREATE VIRTUAL TABLE %%' THEN 'kept' ELSE type END AS kind,
              sql, name FROM %1$s.sqlite_master
            WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'
              AND tbl_name IN (SELECT name FROM pragma_table_list
                WHERE schema = %2$s COLLATE NOCASE AND type IN ('table', 'virtual')) OR type = 'view'
            ORDER BY kind DESC, tbl_name, name""";

    private final Names names;
    private final SqliteTypes types;

    SqliteReflector(Names names, SqliteTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public Schema read(Connection connection, Scope scope) throws SQLException {
        var tables = new ArrayList<Table>();
        var kept = new ArrayList<QualifiedName>();
        if (scope.schemas().isEmpty() || scope.only() == null) {
            tables.addAll(read(connection, scope, null, kept));
        }
        for (String schema : scope.schemas()) {
            tables.addAll(read(connection, scope, schema, kept));
        }
        return new Schema(tables, List.of(), List.of(), kept);
    }

    private List<Table> read(Connection connection, Scope scope, @Nullable String schema, List<QualifiedName> kept)
            throws SQLException {
        String attached = schema == null ? "main" : names.catalog(schema);
        var catalog = new SqliteCatalog(names, types, schema);
        String query = STATEMENTS.formatted(names.spell(attached), new SqliteLiterals().string(attached));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (rows.getString(1).equals("kept")) {
                    kept.add(QualifiedName.of(schema, names.read(rows.getString(3))));
                } else {
                    catalog.add(rows.getString(1), rows.getString(2));
                }
            }
        }
        return scope.only() == null
                ? catalog.tables()
                : catalog.table(scope.only().name()).stream().toList();
    }
}
