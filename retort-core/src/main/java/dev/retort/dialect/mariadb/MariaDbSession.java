package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.retort.dialect.MigrationSession;

/**
 * Reads SQL as the client would: the driver asks for IGNORE_SPACE, by which {@code COUNT (*)} is a call and no table can be
 * called {@code count}, and which every routine keeps. That it asks for STRICT_TRANS_TABLES is right, so that a script does
 * it too. Source: MariaDB Knowledge Base, SQL_MODE; MariaDB Connector/J 4.0, jdbcCompliantTruncation.
 */
final class MariaDbSession implements MigrationSession {

    /** What a script begins with, for what the driver does. */
    static final String STRICT = "SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_TRANS_TABLES')";

    private static final String UNASKED = "IGNORE_SPACE";

    private final Connection connection;
    private final String modeBefore;

    private MariaDbSession(Connection connection, String modeBefore) {
        this.connection = connection;
        this.modeBefore = modeBefore;
    }

    static MigrationSession open(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT @@SESSION.sql_mode, @@GLOBAL.sql_mode")) {
            row.next();
            String mode = row.getString(1);
            List<String> words = new ArrayList<>(Arrays.asList(mode.split(",")));
            if (!Arrays.asList(row.getString(2).split(",")).contains(UNASKED) && words.remove(UNASKED)) {
                set(connection, String.join(",", words));
            }
            return new MariaDbSession(connection, mode);
        }
    }

    /** {@inheritDoc} A revision may have set another mode. */
    @Override
    public void close() throws SQLException {
        set(connection, modeBefore);
    }

    private static void set(Connection connection, String mode) throws SQLException {
        try (var statement = connection.prepareStatement("SET SESSION sql_mode = ?")) {
            statement.setString(1, mode);
            statement.execute();
        }
    }
}
