package dev.retort.runtime;

import static java.util.Objects.requireNonNullElse;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.CreateTable;
import dev.retort.revision.RowChange;
import dev.retort.schema.Column;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

/**
 * The table {@code retort_history}: which steps were applied, by whom and how long they took, and, while a revision runs
 * that no single transaction can hold, which of its statements were begun and which are done.
 *
 * <p>It is made when it is first needed and never read by the planner. A row with operation 0 is a step that was applied;
 * all others are gone once their revision is.
 */
final class Journal {

    /** How far a statement got. */
    enum State {
        STARTED,
        FAILED,
        DONE,
        APPLIED
    }

    /**
     * One statement of a revision that is under way.
     *
     * @param direction upgrade or downgrade, in lower case
     * @param operation the operation it belongs to, from 1
     * @param statement its place among that operation's statements, from 1; 0 for the operation as a whole
     * @param fingerprint of the operation; for a statement, half of it and half of its own
     */
    record Entry(String revision, String direction, int operation, int statement, State state, String fingerprint) {}

    private static final int COLUMNS = 9;

    private final Dialect dialect;
    private final RunOptions options;
    private final String runner = runner();
    private final String target;
    private final String insertion;
    private boolean exists;
    private @Nullable String together;
    private @Nullable PreparedStatement insert;
    private @Nullable PreparedStatement moveAndInsert;

    Journal(Dialect dialect, RunOptions options) {
        this.dialect = dialect;
        this.options = options;
        this.target = table()
                + " (revision, direction, operation, statement, started_at, state, fingerprint, milliseconds, runner)";
        this.insertion = "INSERT INTO " + target + "\nVALUES (?" + ", ?".repeat(COLUMNS - 1) + ")";
    }

    /** Read what is left of revisions that were interrupted; also finds out whether the table exists. */
    List<Entry> unfinished(Connection connection) throws SQLException {
        var entries = new ArrayList<Entry>();
        String sql = "SELECT revision, direction, operation, statement, state, fingerprint FROM %s WHERE operation > 0"
                .formatted(table());
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                entries.add(new Entry(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getInt(4),
                        State.valueOf(rows.getString(5)),
                        rows.getString(6)));
            }
            exists = true;
        } catch (SQLException e) {
            if (!dialect.isMissingTable(e)) {
                throw e;
            }
        }
        return entries;
    }

    /** Make the table if it is not there, in the transaction that runs. */
    void ensure(Connection connection) throws SQLException {
        if (exists) {
            return;
        }
        try (var statement = connection.createStatement()) {
            for (SqlStatement sql : creation(dialect, options.historyTable())) {
                statement.execute(sql.sql());
            }
        }
        exists = true;
    }

    /** Spell the statements that make the table unless it is there. */
    static List<SqlStatement> creation(Dialect dialect, QualifiedName name) {
        var table = Table.of(
                name,
                Column.of("revision", new SqlType.VarChar(32)).notNull(),
                Column.of("direction", new SqlType.VarChar(10)).notNull(),
                Column.of("operation", new SqlType.Int()).notNull(),
                Column.of("statement", new SqlType.Int()).notNull(),
                Column.of("started_at", new SqlType.VarChar(32)).notNull(),
                Column.of("state", new SqlType.VarChar(10)).notNull(),
                Column.of("fingerprint", new SqlType.VarChar(64)).notNull(),
                Column.of("milliseconds", new SqlType.BigInt()),
                Column.of("runner", new SqlType.VarChar(200)).notNull(),
                new PrimaryKey(null, List.of("revision", "direction", "operation", "statement", "started_at")));
        return dialect.ddl().statements(new CreateTable(table, true), TableLookup.NONE);
    }

    /** Write down how far a statement got; commit is the caller's. */
    void note(Connection connection, Entry entry) throws SQLException {
        delete(connection, entry);
        insert(connection, entry, Instant.now(), null);
    }

    /** Write down that a step was applied, and forget its statements; commit is the caller's. */
    void applied(Connection connection, Entry entry, Instant begun, boolean journaled) throws SQLException {
        if (journaled) {
            forget(connection, entry.revision());
        }
        if (options.history()) {
            ensure(connection);
            insert(connection, entry, begun, since(begun));
        }
    }

    /** Tell whether the database can do what {@link #moved} does. */
    boolean canMove(VersionTable versions) {
        return !commitTogether(versions).isEmpty();
    }

    /** Ask the dialect once, for this is on the way of every revision; empty where it cannot. */
    private String commitTogether(VersionTable versions) {
        String known = together;
        if (known == null) {
            known = requireNonNullElse(dialect.commitTogether(versions.move(), target, COLUMNS), "");
            together = known;
        }
        return known;
    }

    /** Move the one row of the version table, write down the step that did it, and commit, with one call. */
    void moved(Connection connection, VersionTable versions, RowChange.Update change, Entry entry, Instant begun)
            throws SQLException {
        ensure(connection);
        PreparedStatement rows = moveAndInsert;
        if (rows == null) {
            rows = connection.prepareStatement(commitTogether(versions));
            moveAndInsert = rows;
        }
        rows.setString(1, change.after());
        rows.setString(2, change.before());
        fill(rows, 3, entry, begun, since(begun));
        rows.execute();
    }

    private static long since(Instant begun) {
        return Instant.now().toEpochMilli() - begun.toEpochMilli();
    }

    /** Forget the statements of a revision that was interrupted. */
    void forget(Connection connection, String revision) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM %s WHERE revision = ? AND operation > 0".formatted(table()))) {
            delete.setString(1, revision);
            delete.executeUpdate();
        }
    }

    private void delete(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM %s WHERE revision = ? AND direction = ? AND operation = ? AND statement = ?"
                        .formatted(table()))) {
            delete.setString(1, entry.revision());
            delete.setString(2, entry.direction());
            delete.setInt(3, entry.operation());
            delete.setInt(4, entry.statement());
            delete.executeUpdate();
        }
    }

    private void insert(Connection connection, Entry entry, Instant begun, @Nullable Long milliseconds)
            throws SQLException {
        PreparedStatement row = prepared(connection);
        fill(row, 1, entry, begun, milliseconds);
        row.executeUpdate();
    }

    private void fill(PreparedStatement row, int first, Entry entry, Instant begun, @Nullable Long milliseconds)
            throws SQLException {
        row.setString(first, entry.revision());
        row.setString(first + 1, entry.direction());
        row.setInt(first + 2, entry.operation());
        row.setInt(first + 3, entry.statement());
        row.setString(first + 4, begun.toString());
        row.setString(first + 5, entry.state().name());
        row.setString(first + 6, entry.fingerprint());
        if (milliseconds == null) {
            row.setNull(first + 7, Types.BIGINT);
        } else {
            row.setLong(first + 7, milliseconds);
        }
        row.setString(first + 8, runner);
    }

    /** Prepare once what is written for every revision; a run has one connection, which closes it. */
    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement known = insert;
        if (known == null) {
            known = connection.prepareStatement(insertion);
            insert = known;
        }
        return known;
    }

    /** Close what was prepared: a driver may call it still at work, and some statements stand no other beside them. */
    void release() throws SQLException {
        for (PreparedStatement kept : Arrays.asList(insert, moveAndInsert)) {
            if (kept != null) {
                kept.close();
            }
        }
        insert = null;
        moveAndInsert = null;
    }

    /** Spell the statement that writes a row down, with parameters. */
    String insertion() {
        return insertion;
    }

    private String table() {
        return dialect.names().spell(options.historyTable());
    }

    private static String runner() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown host";
        }
        String text = "%s@%s pid %d"
                .formatted(
                        System.getProperty("user.name"),
                        host,
                        ProcessHandle.current().pid());
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
