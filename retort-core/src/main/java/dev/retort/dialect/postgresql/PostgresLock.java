package dev.retort.dialect.postgresql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.RunLock;

/**
 * An advisory lock of the session: it is of one database, needs no table, and ends with the session. Source: PostgreSQL
 * manual 18, 13.3.5. Behind a pooler that hands out transactions, the lock's connection must go to the server directly.
 */
final class PostgresLock implements RunLock {

    private static final String HOLDER = """
            SELECT a.pid, a.usename, a.application_name, a.client_addr::text, a.backend_start::timestamp(0)::text
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())
            AND (l.classid::bigint << 32) | l.objid::bigint = ?""";

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, number(key));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
            statement.setLong(1, number(key));
            statement.execute();
        }
    }

    @Override
    public @Nullable String holder(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, number(key));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? describe(rows) : null;
            }
        }
    }

    /** Spell a query that finds something where this session holds the lock. */
    static String heldHere(long number) {
        return """
                SELECT 1 FROM pg_catalog.pg_locks
                WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid = pg_backend_pid()
                AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                AND (classid::bigint << 32) | objid::bigint = %d""".formatted(number);
    }

    private static String describe(ResultSet row) throws SQLException {
        String application = row.getString(3);
        String address = row.getString(4);
        return "process %d of user '%s'%s%s, connected since %s"
                .formatted(
                        row.getInt(1),
                        row.getString(2),
                        application == null || application.isEmpty() ? "" : " (" + application + ")",
                        address == null ? "" : " from " + address,
                        row.getString(5));
    }

    /** The same in every version of Retort: two versions must meet at one lock. */
    static long number(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("retort:" + key).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
