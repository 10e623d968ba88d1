package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Ddl;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/**
 * Lets the server store the desired tables in a scratch schema, reads them back, and rolls everything back. A user who may
 * not make schemas uses the schema of temporary tables. Each schema of {@code desired} is tried by itself, so that every
 * table may keep its name, which its expressions may use.
 */
final class PostgresNormalizer implements Normalizer {

    private static final String SCRATCH = "retort_scratch";

    private final PostgresNames names;
    private final Ddl ddl;
    private final Reflector reflector;

    PostgresNormalizer(PostgresNames names, Ddl ddl, Reflector reflector) {
        this.names = names;
        this.ddl = ddl;
        this.reflector = reflector;
    }

    @Override
    public Schema normalize(Connection connection, Schema desired) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            var tables = new ArrayList<Table>();
            for (List<Table> group : bySchema(desired.tables())) {
                tables.addAll(normalize(connection, group, desired.enums()));
            }
            return new Schema(tables, desired.sequences(), desired.enums());
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static List<List<Table>> bySchema(List<Table> tables) {
        Map<@Nullable String, List<Table>> groups = new LinkedHashMap<>();
        for (Table table : tables) {
            groups.computeIfAbsent(table.name().schema(), schema -> new ArrayList<>())
                    .add(table);
        }
        return List.copyOf(groups.values());
    }

    private List<Table> normalize(Connection connection, List<Table> group, List<EnumType> enums) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            enterScratch(connection, statement);
            for (EnumType type : enums) {
                var alone = new EnumType(QualifiedName.of(type.name().name()), type.values());
                tryOut(statement, List.of(new CreateEnum(alone)));
            }
            Map<QualifiedName, TableTwin> twins = new HashMap<>();
            for (Table table : group) {
                var twin = new TableTwin(table, enums, twins.size());
                if (tryOut(statement, List.of(new CreateTable(twin.table(), false)))) {
                    twins.put(twin.table().name(), twin);
                }
            }
            return readBack(connection, group, twins);
        } finally {
            connection.rollback(before);
        }
    }

    /** The search path stays behind the scratch schema, for the functions and types that expressions use. */
    private static void enterScratch(Connection connection, Statement statement) throws SQLException {
        Savepoint before = connection.setSavepoint();
        String schema = SCRATCH;
        try {
            statement.execute("CREATE SCHEMA " + SCRATCH);
        } catch (SQLException e) {
            connection.rollback(before);
            schema = "pg_temp";
        }
        statement.execute("SELECT set_config('search_path', concat_ws(', ', '" + schema
                + "', nullif(current_setting('search_path'), '')), true)");
    }

    private boolean tryOut(Statement statement, List<Operation> operations) throws SQLException {
        try {
            var sql = new StringBuilder("SAVEPOINT retort_try;\n");
            for (Operation operation : operations) {
                for (SqlStatement each : ddl.statements(operation, TableLookup.NONE)) {
                    sql.append(each.sql()).append(";\n");
                }
            }
            statement.execute(sql.append("RELEASE SAVEPOINT retort_try").toString());
            return true;
        } catch (RetortException e) {
            return false;
        } catch (SQLException e) {
            statement.execute("ROLLBACK TO SAVEPOINT retort_try");
            return false;
        }
    }

    private List<Table> readBack(Connection connection, List<Table> group, Map<QualifiedName, TableTwin> twins)
            throws SQLException {
        if (twins.isEmpty()) {
            return group;
        }
        Map<String, Table> stored = new HashMap<>();
        reflector
                .read(connection, Scope.DEFAULT_SCHEMA)
                .tables()
                .forEach(table -> stored.put(names.tableKey(table.name().name()), table));
        var tables = new ArrayList<Table>();
        for (Table table : group) {
            QualifiedName alone = QualifiedName.of(table.name().name());
            TableTwin twin = twins.get(alone);
            Table found = stored.get(names.tableKey(alone.name()));
            tables.add(twin == null || found == null ? table : twin.asStored(found, names));
        }
        return tables;
    }
}
