package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.SqlStatement;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;

/**
 * What {@code CREATE INDEX CONCURRENTLY} leaves behind when it fails: an index that costs every write and serves no query.
 * Source: PostgreSQL manual 18, CREATE INDEX, "Building Indexes Concurrently".
 *
 * @param names how names are spelled
 */
record InvalidIndex(PostgresNames names) {

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

    private static boolean isInvalid(String index, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(?) AND NOT indisvalid")) {
            statement.setString(1, index);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
