package dev.retort.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.retort.migration.Operations;
import dev.retort.migration.Step;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/** A connection on which tests run operations as the runtime does: one session, one transaction. */
public final class LiveDatabase implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;

    /** Connect to {@code url}. */
    public LiveDatabase(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        dialect = Dialects.of(connection);
    }

    /** Give the connection. */
    public Connection connection() {
        return connection;
    }

    /** Give its dialect. */
    public Dialect dialect() {
        return dialect;
    }

    /** Run what {@code notes} notes down. */
    public void migrate(Consumer<Operations> notes) throws SQLException {
        var operations = new Operations("Test");
        notes.accept(operations);
        migrate(operations.noted().stream().map(Step::operation).toList());
    }

    /** Run operations in one transaction. */
    public void migrate(List<Operation> operations) throws SQLException {
        try (MigrationSession session = dialect.session(connection)) {
            connection.setAutoCommit(false);
            try {
                for (Operation operation : operations) {
                    for (var statement : dialect.ddl().statements(operation, dialect.tables(connection))) {
                        run(statement.sql());
                    }
                }
                session.beforeCommit();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Read the default schema. */
    public Schema schema() throws SQLException {
        return dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
    }

    /** Describe one table as it is now. */
    public Table table(String name) {
        return dialect.tables(connection).find(QualifiedName.of(name)).orElseThrow();
    }

    /** Run SQL as it is. */
    public void run(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** List the rows of a query, values joined by bars. */
    public List<String> rows(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    values.add(rows.getString(i));
                }
                found.add(values.stream().map(String::valueOf).collect(Collectors.joining("|")));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
