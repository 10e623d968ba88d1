package dev.retort.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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
     * Find what can be read in the place of a database that is not there yet and that a connection would make, without one.
     *
     * @param url the database, as {@link #resolve} gave it
     * @return the URL of an empty database in memory with the same settings; {@code null} where the database is there, or
     *     where only a connection could tell
     */
    default @Nullable String standIn(String url) {
        return null;
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
