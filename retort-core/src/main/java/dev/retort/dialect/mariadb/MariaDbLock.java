package dev.retort.dialect.mariadb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.RunLock;

/**
 * Keeps runners apart by {@code GET_LOCK}, which belongs to the session and goes with it.
 *
 * <p>In a Galera cluster such a lock is known to one node only: runners must go through the same node. Source: MariaDB
 * Knowledge Base, GET_LOCK; names are at most 64 characters and shared by all databases of a server.
 */
final class MariaDbLock implements RunLock {

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, 0)")) {
            statement.setString(1, name(connection, key));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    /** The driver may have put another session in the place of one that was lost. */
    @Override
    public boolean isHeld(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT IS_USED_LOCK(?) = CONNECTION_ID()")) {
            statement.setString(1, name(connection, key));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT RELEASE_LOCK(?)")) {
            statement.setString(1, name(connection, key));
            statement.execute();
        }
    }

    @Override
    public @Nullable String holder(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT l.id, p.USER, p.HOST FROM (SELECT IS_USED_LOCK(?) AS id) l
                LEFT JOIN information_schema.PROCESSLIST p ON p.ID = l.id""")) {
            statement.setString(1, name(connection, key));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getString(1) == null) {
                    return null;
                }
                String connectionId = "connection " + row.getString(1);
                return row.getString(2) == null
                        ? connectionId
                        : "%s of '%s' from %s".formatted(connectionId, row.getString(2), row.getString(3));
            }
        }
    }

    private static String name(Connection connection, String key) throws SQLException {
        String database = String.valueOf(connection.getCatalog());
        return "retort_"
                + HexFormat.of().formatHex(sha256(database + '\0' + key)).substring(0, 48);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
