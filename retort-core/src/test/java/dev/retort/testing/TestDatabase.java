package dev.retort.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An empty database of its own for one test.
 *
 * @param product the dialect's name: {@code h2}, {@code sqlite}, {@code postgresql} or {@code mariadb}
 * @param url a JDBC URL that holds user and password where they are needed
 */
public record TestDatabase(String product, String url) {

    /** Open a connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Run statements one after the other, each as it is. */
    public void run(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public String toString() {
        return product;
    }
}
