package dev.retort.dialect;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Opens a second connection with the driver of a first one, also where {@link java.sql.DriverManager} does not see it. */
public final class SameDriver {

    private SameDriver() {}

    /**
     * Connect to {@code url}.
     *
     * @param like an open connection, or what a pool puts around one
     * @param driverClass the name of the driver's class
     * @throws SQLException if the driver cannot connect
     * @throws RetortException if the driver's class is not found
     */
    public static Connection connect(Connection like, String driverClass, String url) throws SQLException {
        return connect(loaders(like), driverClass, url);
    }

    /**
     * Connect to {@code url} where there is no first connection, with the driver that came with Retort or its application.
     *
     * @throws SQLException if the driver cannot connect
     * @throws RetortException if the driver's class is not found
     */
    public static Connection connect(String driverClass, String url) throws SQLException {
        return connect(Set.of(SameDriver.class.getClassLoader()), driverClass, url);
    }

    private static Connection connect(Set<ClassLoader> loaders, String driverClass, String url) throws SQLException {
        for (ClassLoader loader : loaders) {
            Driver driver = driver(loader, driverClass);
            if (driver != null) {
                Connection connection = driver.connect(url, new Properties());
                if (connection == null) {
                    throw new SQLException("The driver '" + driverClass + "' does not take this URL");
                }
                return connection;
            }
        }
        throw new RetortException(
                "The JDBC driver '" + driverClass + "' is not found where the connection comes from",
                "put the driver's jar on driver_class_path");
    }

    /** Where to look: where the connection, and what it is around, come from. */
    private static Set<ClassLoader> loaders(Connection like) throws SQLException {
        var loaders = new LinkedHashSet<@Nullable ClassLoader>();
        loaders.add(like.getMetaData().getClass().getClassLoader());
        Connection inner = like.getMetaData().getConnection();
        loaders.add(inner == null ? null : inner.getClass().getClassLoader());
        loaders.add(like.getClass().getClassLoader());
        loaders.add(SameDriver.class.getClassLoader());
        var found = new LinkedHashSet<ClassLoader>();
        for (ClassLoader loader : loaders) {
            if (loader != null) {
                found.add(loader);
            }
        }
        return found;
    }

    private static @Nullable Driver driver(ClassLoader loader, String driverClass) {
        try {
            return Class.forName(driverClass, true, loader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            return null;
        }
    }
}
