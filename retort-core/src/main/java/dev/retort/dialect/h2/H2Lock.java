package dev.retort.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.RunLock;

/**
 * Keeps runners of one H2 database apart by a row that is inserted and never committed.
 *
 * <p>H2 has no lock that a session holds outside a transaction, and two sessions of one process, of a server or of
 * {@code AUTO_SERVER} do meet. So the lock's own connection keeps a transaction open for as long as it holds the lock; it
 * touches one table of our own and nothing that is migrated, and H2 rolls it back when the session ends, however it ends.
 * The table is {@code GLOBAL TEMPORARY}: no reflector sees it, {@link #release} drops it, and H2 forgets it when the
 * database is closed.
 */
final class H2Lock implements RunLock {

    private static final String TABLE = "\"retort_lock\"";
    private static final String HOLDER = """
            SELECT S.USER_NAME, S.CLIENT_ADDR, S.SESSION_ID, S.SESSION_START
            FROM INFORMATION_SCHEMA.LOCKS L JOIN INFORMATION_SCHEMA.SESSIONS S ON S.SESSION_ID = L.SESSION_ID
            WHERE L.TABLE_NAME = 'retort_lock'""";

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCK_TIMEOUT 1");
            statement.execute("CREATE GLOBAL TEMPORARY TABLE IF NOT EXISTS " + TABLE
                    + " (lock_key VARCHAR(1000) PRIMARY KEY) NOT PERSISTENT");
            connection.setAutoCommit(false);
            insert(connection, key);
            return true;
        } catch (SQLException e) {
            connection.rollback();
            connection.setAutoCommit(true);
            if (isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    private static void insert(Connection connection, String key) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?)")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
    }

    /** Another session has the row, or is just about to drop the table or to make it. */
    private static boolean isTaken(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 23505, 40001, 42101, 42102, 42103, 42104, 50200, 90131 -> true;
            default -> false;
        };
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
        } catch (SQLException e) {
            if (!isTaken(e)) {
                throw e;
            }
        }
    }

    @Override
    public @Nullable String holder(Connection connection, String key) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(HOLDER)) {
            if (!row.next()) {
                return null;
            }
            String address = row.getString(2);
            return "user '%s'%s, session %s since %s"
                    .formatted(
                            row.getString(1),
                            address == null ? "" : " from " + address,
                            row.getString(3),
                            row.getString(4));
        }
    }
}
