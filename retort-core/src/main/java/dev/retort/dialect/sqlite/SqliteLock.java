package dev.retort.dialect.sqlite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.RunLock;

/**
 * Keeps runners of one database file apart by a small database beside it, {@code NAME-retort.lock}, which the holder's
 * session has attached in {@code locking_mode=EXCLUSIVE}. Once written to, such a database stays locked by the operating
 * system, with no transaction open and nothing locked in the database itself, until the session closes or its process
 * dies (https://www.sqlite.org/pragma.html#pragma_locking_mode). The lock is SQLite's own and not a {@code FileLock},
 * because on POSIX systems a second attempt inside one process would silently take a plain file lock from the first.
 *
 * <p>The file of a page's size stays: deleting a lock file that others wait for would let two of them in. Who holds the
 * lock is written to {@code NAME-retort.holder}, which goes when the lock is given back. A database in memory belongs to
 * its connection alone and needs no lock.
 */
final class SqliteLock implements RunLock {

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_CANTOPEN = 14;

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        Optional<String> file = file(connection);
        if (file.isEmpty()) {
            return true;
        }
        boolean attached = false;
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=0");
            statement.execute("ATTACH " + new SqliteLiterals().string(file.get() + "-retort.lock") + " AS retort_lock");
            attached = true;
            statement.execute("PRAGMA retort_lock.locking_mode=EXCLUSIVE");
            statement.execute("PRAGMA retort_lock.journal_mode=OFF");
            statement.execute("PRAGMA retort_lock.user_version=1");
        } catch (SQLException e) {
            if (attached) {
                detach(connection);
            }
            if ((e.getErrorCode() & 0xff) == SQLITE_BUSY) {
                return false;
            }
            if ((e.getErrorCode() & 0xff) == SQLITE_CANTOPEN || (e.getErrorCode() & 0xff) == SQLITE_READONLY) {
                throw new RetortException(
                        "The database '%s' cannot be changed: nothing can be written beside it"
                                .formatted(Path.of(file.get()).getFileName()),
                        "give this user the right to write the file and its folder, and open it for writing",
                        e);
            }
            throw e;
        }
        writeHolder(holderFile(file.get()));
        return true;
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        Optional<String> file = file(connection);
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(holderFile(file.get()));
        } catch (IOException ignored) {
            // only tells people who held the lock
        }
        detach(connection);
    }

    private static void detach(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("DETACH retort_lock");
        }
    }

    @Override
    public @Nullable String holder(Connection connection, String key) throws SQLException {
        Optional<String> file = file(connection);
        try {
            return file.isEmpty()
                    ? null
                    : Files.readString(holderFile(file.get())).strip();
        } catch (IOException e) {
            return null;
        }
    }

    private static Path holderFile(String file) {
        return Path.of(file + "-retort.holder");
    }

    private static void writeHolder(Path path) {
        try {
            Files.writeString(
                    path,
                    "process %d on %s since %s%n"
                            .formatted(
                                    ProcessHandle.current().pid(),
                                    hostName(),
                                    Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        } catch (IOException ignored) {
            // only tells people who holds the lock
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }

    /**
     * The file of the main database; nothing for a database in memory. The pragma itself, because to select from its function
     * reads the schema, which another runner may have locked.
     */
    private static Optional<String> file(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA database_list")) {
            while (rows.next()) {
                if (rows.getString("name").equals("main")) {
                    return Optional.ofNullable(rows.getString("file")).filter(file -> !file.isEmpty());
                }
            }
            return Optional.empty();
        }
    }
}
