package dev.retort.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.retort.RetortException;
import dev.retort.dialect.MigrationSession;

/**
 * Keeps foreign keys from being enforced while tables are built anew, and looks at them before each commit, as the steps
 * 1, 2, 10 and 12 of SQLite's manual ask (https://www.sqlite.org/lang_altertable.html, section 7). The switch has no
 * effect inside a transaction, so it is thrown for the whole session. Where foreign keys are not enforced on the connection
 * anyway, nothing is looked at.
 */
final class SqliteSession implements MigrationSession {

    private static final int SHOWN = 10;

    private final Connection connection;
    private final int violationsBefore;

    private SqliteSession(Connection connection, int violationsBefore) {
        this.connection = connection;
        this.violationsBefore = violationsBefore;
    }

    /** Switch enforcement off where it is on. */
    static MigrationSession open(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("PRAGMA foreign_keys")) {
                if (!row.next() || !row.getBoolean(1)) {
                    return PLAIN;
                }
            }
            var session = new SqliteSession(connection, violations(connection).size());
            statement.execute("PRAGMA foreign_keys=OFF");
            return session;
        }
    }

    @Override
    public void beforeCommit() throws SQLException {
        List<String> violations = violations(connection);
        if (violations.size() > violationsBefore) {
            throw new RetortException(
                    "Rows refer to rows that are not there:\n"
                            + String.join("\n", violations.subList(0, Math.min(SHOWN, violations.size()))),
                    "delete or change the referring rows first: while migrating, sqlite does not follow ON DELETE or ON"
                            + " UPDATE");
        }
    }

    private static List<String> violations(Connection connection) throws SQLException {
        var violations = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                violations.add("table '%s', row %s refers to table '%s'"
                        .formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return violations;
    }

    @Override
    public void close() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=ON");
        }
    }
}
