package dev.retort.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;

/** Reads the catalog of PostgreSQL in seven queries, however many tables there are. */
final class PostgresReflector implements Reflector {

    private final PostgresNames names;
    private final PostgresTypes types;
    private final int version;

    PostgresReflector(PostgresNames names, PostgresTypes types, int version) {
        this.names = names;
        this.types = types;
        this.version = version;
    }

    @Override
    public Schema read(Connection connection, Scope scope) throws SQLException {
        String defaultSchema = defaultSchema(connection);
        var reader = new CatalogRows(names, types, defaultSchema);
        Array schemas = connection.createArrayOf("text", schemas(scope, defaultSchema));
        var kept = new ArrayList<QualifiedName>();
        List<Table> tables = tables(connection, scope, schemas, reader, kept);
        if (scope.only() != null) {
            return new Schema(tables, List.of(), List.of(), kept);
        }
        return new Schema(tables, sequences(connection, schemas, reader), enums(connection, schemas, reader), kept);
    }

    /** The first schema of the search path that is there; an extension may have put its own behind it. */
    private static @Nullable String defaultSchema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_schema()")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private Object[] schemas(Scope scope, @Nullable String defaultSchema) {
        var schemas = new ArrayList<String>();
        boolean wantsDefault = scope.only() == null || scope.only().schema() == null;
        if (wantsDefault && defaultSchema != null) {
            schemas.add(defaultSchema);
        }
        if (scope.only() == null || scope.only().schema() == null) {
            scope.schemas().forEach(schema -> schemas.add(names.catalog(schema)));
        } else {
            schemas.add(names.catalog(scope.only().schema()));
        }
        return schemas.toArray();
    }

    private List<Table> tables(
            Connection connection, Scope scope, Array schemas, CatalogRows reader, List<QualifiedName> kept)
            throws SQLException {
        Map<Long, TableParts> parts = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CatalogSql.TABLES)) {
            statement.setArray(1, schemas);
            statement.setString(
                    2, scope.only() == null ? null : names.catalog(scope.only().name()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean("is_table")) {
                        parts.put(rows.getLong("oid"), reader.table(rows));
                    }
                    if (rows.getBoolean("kept")) {
                        kept.add(reader.name(rows));
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        Array relations = connection.createArrayOf("oid", parts.keySet().toArray());
        fill(connection, CatalogSql.COLUMNS, relations, 2, parts, reader::column);
        fill(connection, withNulls(CatalogSql.CONSTRAINTS), relations, 1, parts, reader::constraint);
        fill(connection, withNulls(CatalogSql.INDEXES), relations, 1, parts, reader::indexPart);
        return parts.values().stream().map(TableParts::table).toList();
    }

    private String withNulls(String query) {
        return query.formatted(version < 15 ? "false" : "coalesce(i.indnullsnotdistinct, false)");
    }

    private static void fill(
            Connection connection,
            String sql,
            Array relations,
            int parameters,
            Map<Long, TableParts> parts,
            RowReader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int parameter = 1; parameter <= parameters; parameter++) {
                statement.setArray(parameter, relations);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    TableParts table = parts.get(rows.getLong("relation"));
                    if (table != null) {
                        reader.read(rows, table);
                    }
                }
            }
        }
    }

    private static List<Sequence> sequences(Connection connection, Array schemas, CatalogRows reader)
            throws SQLException {
        var sequences = new ArrayList<Sequence>();
        try (PreparedStatement statement = connection.prepareStatement(CatalogSql.SEQUENCES)) {
            statement.setArray(1, schemas);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sequences.add(reader.sequence(rows));
                }
            }
        }
        return sequences;
    }

    private static List<EnumType> enums(Connection connection, Array schemas, CatalogRows reader) throws SQLException {
        var enums = new ArrayList<EnumType>();
        try (PreparedStatement statement = connection.prepareStatement(CatalogSql.ENUMS)) {
            statement.setArray(1, schemas);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    enums.add(reader.enumType(rows));
                }
            }
        }
        return enums;
    }

    /** Puts what one row says into its table. */
    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row, TableParts table) throws SQLException;
    }
}
