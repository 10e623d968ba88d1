package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.SqlStatement;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;

/**
 * What {@code CREATE INDEX CONCURRENTLY} leaves behind when it fails, an index that costs every write and serves no query, and
 * whether it, or {@code DROP INDEX CONCURRENTLY}, took effect.
 * Source: PostgreSQL manual 18, CREATE INDEX, "Building Indexes Concurrently".
 *
 * @param names how names are spelled
 */
record ConcurrentIndex(PostgresNames names) {

    List<SqlStatement> leftBy(Operation operation, Connection connection) throws SQLException {
        String index = built(operation);
        if (index == null || !isInvalid(index, connection)) {
            return List.of();
        }
        return List.of(
                SqlStatement.of("DROP INDEX CONCURRENTLY IF EXISTS " + index).outsideTransaction());
    }

    private @Nullable String built(Operation operation) {
        if (operation instanceof CreateIndex create && create.concurrently()) {
            return names.spell(create.index().table().sibling(create.index().name()));
        }
        if (operation instanceof Execute execute) {
            String sql = execute.on(PostgresDialect.NAME);
            return sql == null
                    ? null
                    : new WrittenStatement(sql).indexBuiltConcurrently().orElse(null);
        }
        return null;
    }

    /** Tell whether what somebody wrote built its index, or dropped it; nothing where it is another statement. */
    static Optional<Boolean> tookEffect(Execute written, Connection connection) throws SQLException {
        var statement = new WrittenStatement(String.valueOf(written.on(PostgresDialect.NAME)));
        Optional<String> built = statement.indexBuiltConcurrently();
        if (built.isPresent()) {
            return Optional.of(exists(built.get(), " AND indisvalid", connection));
        }
        Optional<String> dropped = statement.indexDroppedConcurrently();
        return dropped.isPresent() ? Optional.of(!exists(dropped.get(), "", connection)) : Optional.empty();
    }

    private static boolean isInvalid(String index, Connection connection) throws SQLException {
        return exists(index, " AND NOT indisvalid", connection);
    }

    private static boolean exists(String index, String condition, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(?)" + condition)) {
            statement.setString(1, index);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
