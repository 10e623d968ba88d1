package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Keeps two runners of one database and version table apart.
 *
 * <p>The lock lives in a session of its own that holds no open transaction on what is migrated, and is gone when that
 * session is. It has no state of its own: what it needs to know lives in the session.
 */
public interface RunLock {

    /** How long to wait for the answer of a session that may be gone. */
    int VALIDITY_SECONDS = 5;

    /** Says that nobody else can be at work, so that nothing needs to be locked. */
    RunLock NONE = new RunLock() {
        @Override
        public boolean tryAcquire(Connection connection, String key) {
            return true;
        }

        @Override
        public void release(Connection connection, String key) {}

        @Override
        public @Nullable String holder(Connection connection, String key) {
            return null;
        }
    };

    /**
     * Try once to take the lock, without waiting.
     *
     * @param connection the lock's own connection, in auto-commit mode
     * @param key names the version table: its schema and name
     * @return whether this session now holds it
     */
    boolean tryAcquire(Connection connection, String key) throws SQLException;

    /** Give the lock back. */
    void release(Connection connection, String key) throws SQLException;

    /**
     * Tell whether this session, which took the lock, still holds it. A lock that goes with its session is held as long as the
     * session lives.
     */
    default boolean isHeld(Connection connection, String key) throws SQLException {
        return connection.isValid(VALIDITY_SECONDS);
    }

    /** Say who holds the lock, as far as the database tells, or {@code null}. */
    @Nullable
    String holder(Connection connection, String key) throws SQLException;
}
