package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import dev.retort.schema.Schema;

/**
 * Reads the actual schema from the catalog, in a handful of queries however many tables there are.
 *
 * <p>What an extension owns, system objects, and tables that the user cannot alter are left out; of relations that are no
 * tables, and of tables that others own, the names are read.
 */
public interface Reflector {

    /**
     * Read what {@code scope} asks for. Objects of the connection's default schema have names without a schema.
     *
     * @throws SQLException if the database refuses
     */
    Schema read(Connection connection, Scope scope) throws SQLException;
}
