package dev.retort.runtime;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Dialects;

/**
 * Where a database is, and who asks.
 *
 * <p>The driver is loaded by the URL's product, not found by {@link java.sql.DriverManager}: one broken driver on the
 * class path cannot hide the others.
 *
 * @param url the JDBC URL
 * @param shownUrl the URL as it may be shown, without a password
 * @param username the user, or {@code null} if the URL or the driver knows
 * @param password the password, or {@code null}; never shown
 * @param driverLoader where the driver's class is
 */
public record JdbcAddress(
        String url,
        String shownUrl,
        @Nullable String username,
        @Nullable String password,
        ClassLoader driverLoader) implements ConnectionSource {

    /** Tell whether there is no such database yet, and to {@link #open} it would make one. */
    public boolean isAbsent() {
        return Dialects.provider(url).standIn(url) != null;
    }

    /** Give what to read: this, or an empty database in memory where there is none yet. */
    public JdbcAddress toRead() {
        String standIn = Dialects.provider(url).standIn(url);
        return standIn == null ? this : new JdbcAddress(standIn, shownUrl, username, password, driverLoader);
    }

    @Override
    public Connection open() {
        DialectProvider provider = Dialects.provider(url);
        provider.requireRuns();
        var properties = new Properties();
        properties.putAll(provider.driverDefaults());
        if (username != null) {
            properties.setProperty("user", username);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try {
            Connection connection = driver(provider).connect(url, properties);
            if (connection == null) {
                throw new RetortException(
                        "The driver '%s' does not accept the URL '%s'".formatted(provider.driverClass(), shownUrl),
                        "check the part of the URL after the database's name");
            }
            return connection;
        } catch (SQLException e) {
            String hint = provider.offline().hint(e);
            throw new RetortException(
                    "Cannot connect to '%s'\n  database: %s".formatted(shownUrl, withoutPassword(e)),
                    hint != null ? hint : "check that the database runs and that url, username and password are right",
                    e);
        }
    }

    private Driver driver(DialectProvider provider) {
        try {
            return Class.forName(provider.driverClass(), true, driverLoader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new RetortException(
                    "The JDBC driver '%s' for '%s' is not on the class path"
                            .formatted(provider.driverClass(), shownUrl),
                    "add its jar to driver_class_path",
                    e);
        }
    }

    /** Some drivers repeat the whole URL in their message. */
    private String withoutPassword(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).replace(url, shownUrl);
        return password == null || password.isEmpty() ? message : message.replace(password, "***");
    }

    @Override
    public String toString() {
        return shownUrl;
    }
}
