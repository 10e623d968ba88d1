package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** An empty database and a connection to it, for one test. */
final class PostgresSession implements AutoCloseable {

    final TestDatabase database = TestDatabases.postgresql();
    final Connection connection;
    final Dialect dialect;

    PostgresSession() throws SQLException {
        connection = database.connect();
        dialect = Dialects.of(connection);
    }

    void sql(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void apply(Operation... operations) throws SQLException {
        for (Operation operation : operations) {
            for (SqlStatement statement : dialect.ddl().statements(operation, dialect.tables(connection))) {
                sql(statement.sql());
            }
        }
    }

    void create(Table table) throws SQLException {
        apply(new CreateTable(table, false));
    }

    Schema read() throws SQLException {
        return dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
    }

    Table table(String name) throws SQLException {
        return read().table(QualifiedName.of(name)).orElseThrow();
    }

    Schema normalize(Schema desired) throws SQLException {
        return dialect.normalizer().normalize(connection, desired);
    }

    String value(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
