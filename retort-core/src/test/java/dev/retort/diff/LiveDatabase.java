package dev.retort.diff;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.OperationGroup;
import dev.retort.dialect.Scope;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** A real database that is read, compared and changed as a run would do it. */
final class LiveDatabase implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;

    LiveDatabase(TestDatabase database) throws SQLException {
        connection = database.connect();
        dialect = Dialects.of(connection);
    }

    LiveDatabase(String product) throws SQLException {
        this(TestDatabases.create(product));
    }

    Dialect dialect() {
        return dialect;
    }

    void sql(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void apply(List<Operation> operations) throws SQLException {
        try (var session = dialect.session(connection)) {
            for (OperationGroup group : OperationGroup.of(operations, dialect.ddl())) {
                for (var statement : group.statements(dialect.ddl(), dialect.tables(connection))) {
                    try {
                        sql(List.of(statement.sql()));
                    } catch (SQLException e) {
                        throw new SQLException(
                                "%s: %s%n%s".formatted(group.first().summary(), statement.sql(), e.getMessage()), e);
                    }
                }
            }
            session.beforeCommit();
        }
    }

    Schema read(String... schemas) throws SQLException {
        return dialect.reflector().read(connection, new Scope(List.of(schemas), null));
    }

    int majorVersion() {
        try {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Say what the database itself would make a table with. */
    String stored(QualifiedName table) {
        return String.join("\n", dialect.tables(connection).storedSql(table));
    }

    SchemaChanges compare(Schema desired, String... schemas) throws SQLException {
        return compare(desired, DiffOptions.DEFAULT, schemas);
    }

    SchemaChanges compare(Schema desired, DiffOptions options, String... schemas) throws SQLException {
        Schema actual = read(schemas);
        Schema doubtful = SchemaDiff.tablesToNormalize(actual, desired, dialect, options);
        Schema normalized =
                doubtful.tables().isEmpty() ? doubtful : dialect.normalizer().normalize(connection, doubtful);
        return SchemaDiff.between(actual, desired, normalized, dialect, options);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
