package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.SQLException;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Scope;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** An empty database on the real server, and what tests do with it. */
final class MariaDbFixture implements AutoCloseable {

    final TestDatabase database = TestDatabases.mariadb();
    final Connection connection;
    final Dialect dialect;

    MariaDbFixture() throws SQLException {
        connection = database.connect();
        dialect = new MariaDbDialectProvider().of(connection);
    }

    void apply(Operation operation) throws SQLException {
        for (SqlStatement statement : dialect.ddl().statements(operation, dialect.tables(connection))) {
            sql(statement.sql());
        }
    }

    void sql(String... statements) throws SQLException {
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e.getErrorCode(), e);
            }
        }
    }

    Schema actual() throws SQLException {
        return dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
    }

    Schema normalized(Schema desired) throws SQLException {
        return dialect.normalizer().normalize(connection, dialect.representable(desired));
    }

    String value(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "no row";
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
