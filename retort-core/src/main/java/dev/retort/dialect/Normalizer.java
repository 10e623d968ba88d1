package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import dev.retort.schema.Schema;

/**
 * Finds out how the database would store a schema, by letting it store it where it leaves no trace: in a scratch schema
 * of a transaction that is rolled back, or in a twin in memory.
 */
@FunctionalInterface
public interface Normalizer {

    /**
     * Describe {@code desired} as the catalog would show it: types, defaults, checks, generated columns, index
     * expressions and predicates. Names of tables, columns, constraints and indexes stay those of {@code desired}, as do foreign keys; a
     * table that the database refuses stays as it was given.
     *
     * @param connection an open connection without a running transaction; left as it was found
     * @param desired tables to be tried, with the enum types they use
     * @throws SQLException if the connection fails
     */
    Schema normalize(Connection connection, Schema desired) throws SQLException;
}
