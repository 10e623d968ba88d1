package dev.retort.model;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What a JDBC driver says of the database it is connected to.
 *
 * @param product its name, as {@link java.sql.DatabaseMetaData#getDatabaseProductName}
 * @param version its full version
 * @param major the version's first number
 * @param minor the version's second number
 * @param catalog the catalog of the connection, or {@code null} for none
 * @param schema the schema of the connection, or {@code null} for none
 */
public record DatabaseFacts(
        String product,
        String version,
        int major,
        int minor,
        @Nullable String catalog,
        @Nullable String schema) {

    /**
     * Ask the driver.
     *
     * @throws SQLException if the connection fails
     */
    public static DatabaseFacts of(Connection connection) throws SQLException {
        var metadata = connection.getMetaData();
        return new DatabaseFacts(
                metadata.getDatabaseProductName(),
                metadata.getDatabaseProductVersion(),
                metadata.getDatabaseMajorVersion(),
                metadata.getDatabaseMinorVersion(),
                connection.getCatalog(),
                connection.getSchema());
    }
}
