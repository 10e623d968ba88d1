package dev.retort.runtime;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.RunLock;

/** The lock of one run, held in a session of its own that has no open transaction, until it is closed. */
final class HeldLock implements AutoCloseable {

    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 400;
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RunLock lock;
    private final Connection connection;
    private final String key;
    private long checked = System.nanoTime();

    private HeldLock(RunLock lock, Connection connection, String key) {
        this.lock = lock;
        this.connection = connection;
        this.key = key;
    }

    /**
     * Wait for the lock by polling, never inside the database, so that a waiting runner blocks nobody.
     *
     * @throws RetortException if another runner still holds it after {@code timeout}
     */
    static HeldLock acquire(
            RunLock lock, ConnectionSource connections, String key, Duration timeout, RunListener listener)
            throws SQLException {
        Connection connection = connections.open();
        try {
            long deadline = System.nanoTime() + timeout.toNanos();
            String told = null;
            while (!lock.tryAcquire(connection, key)) {
                String holder = lock.holder(connection, key);
                if (System.nanoTime() >= deadline) {
                    throw timedOut(timeout, holder);
                }
                if (told == null || !Objects.equals(told, String.valueOf(holder))) {
                    listener.waiting(holder);
                    told = String.valueOf(holder);
                }
                pause();
            }
            return new HeldLock(lock, connection, key);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Make sure that the lock is still held, unless that was done a moment ago: enough where a transaction holds everything,
     * because no two can change the same version row.
     *
     * @throws RetortException if it is not
     */
    void checkNowAndThen() {
        if (System.nanoTime() - checked > CHECK_NANOS) {
            check();
        }
    }

    /**
     * Make sure that the lock is still held.
     *
     * @throws RetortException if it is not
     */
    void check() {
        try {
            if (lock.isHeld(connection, key)) {
                checked = System.nanoTime();
                return;
            }
        } catch (SQLException e) {
            throw lost(e);
        }
        throw lost(null);
    }

    private static RetortException lost(@Nullable SQLException cause) {
        return new RetortException(
                "The lock of this run was lost, because the database ended its session",
                "another runner may be at work: look with 'retort current', then run the command again",
                cause);
    }

    private static RetortException timedOut(Duration timeout, @Nullable String holder) {
        return new RetortException(
                "Another runner is at work on this database; waited %s s for %s"
                        .formatted(seconds(timeout), holder == null ? "it" : holder),
                "wait for it to finish, or raise lock_timeout");
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** Runners that began together must not ask together for ever. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException("Interrupted while waiting for another runner", "run the command again", e);
        }
    }

    /** Whatever goes wrong here, the lock is gone with its session, and the run's own outcome is what counts. */
    @Override
    public void close() {
        try (connection) {
            lock.release(connection, key);
        } catch (SQLException ignored) {
            // the database gives the lock back when it notices that the session is gone
        }
    }
}
