package dev.retort.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Brings one database product to Retort; found through {@link java.util.ServiceLoader}. */
public interface DialectProvider {

    /** Name the product, as {@link Dialect#name} does. */
    String name();

    /** Tell whether a JDBC URL is of this product. */
    boolean accepts(String url);

    /**
     * Let a URL that names a file by a relative path name it below {@code folder}, whatever the JVM's own working directory is.
     */
    default String resolve(String url, Path folder) {
        return url;
    }

    /**
     * Look whether Retort runs on this product at all. Asked before a driver is loaded or a connection opened.
     *
     * @throws dev.retort.RetortException if it only prints scripts for it
     */
    default void requireRuns() {}

    /** Name the class of the JDBC driver. */
    String driverClass();

    /** Give properties for the driver that hold where the URL does not say otherwise; none of them names a user. */
    default Map<String, String> driverDefaults() {
        return Map.of();
    }

    /**
     * Describe the database behind {@code connection}, without a query where the driver already knows the answer.
     *
     * @throws SQLException if the connection fails
     */
    Dialect of(Connection connection) throws SQLException;

    /** Describe the product in its newest version known, where there is no connection. */
    Dialect offline();
}
