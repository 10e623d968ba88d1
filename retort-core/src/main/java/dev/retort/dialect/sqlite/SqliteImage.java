package dev.retort.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.SameDriver;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableImage;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/**
 * Knows tables, with their indexes and triggers, by making them in an empty database in memory, so that SQL written by hand
 * counts too. The twin is opened when a table is first asked for; it gets the statements that define something, and no
 * others: they may reach for files.
 */
final class SqliteImage implements TableImage {

    private static final Set<String> DEFINING = Set.of("CREATE", "DROP", "ALTER");

    private final SqliteNames names;
    private final Reflector reflector;
    private final List<String> waiting;
    private final List<Refused> refused = new ArrayList<>();
    private final Set<String> schemas = new LinkedHashSet<>();
    private @Nullable Connection twin;

    /**
     * Begin an image.
     *
     * @param statements what makes the tables that are there at the beginning
     */
    SqliteImage(SqliteNames names, Reflector reflector, List<String> statements) {
        this.names = names;
        this.reflector = reflector;
        this.waiting = new ArrayList<>(statements);
    }

    /** A statement that the twin could not run, and why. */
    private record Refused(String sql, String reason) {}

    /** List the statements that make the main schema of a database as it is, in the order in which they were run. */
    static List<String> definitions(Connection connection) throws SQLException {
        var statements = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                + " ORDER BY type <> 'table', rowid")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }

    @Override
    public void apply(Operation operation, List<SqlStatement> statements) {
        if (operation instanceof CreateTable create && create.table().name().schema() != null) {
            schemas.add(create.table().name().schema());
        }
        statements.stream().map(SqlStatement::sql).filter(SqliteImage::defines).forEach(waiting::add);
    }

    /** Renaming a table depends on the switch that a rebuild throws. */
    private static boolean defines(String sql) {
        var in = new TokenReader(sql);
        return DEFINING.contains(in.peek(0).text().toUpperCase(Locale.ROOT)) || in.sees("PRAGMA", "legacy_alter_table");
    }

    @Override
    public Optional<Table> find(QualifiedName name) {
        return tables(name).find(name);
    }

    @Override
    public List<String> storedSql(QualifiedName name) {
        return tables(name).storedSql(name);
    }

    private SqliteTables tables(QualifiedName name) {
        try {
            Connection connection = twin();
            for (Refused statement : refused) {
                if (Expressions.mentions(statement.sql(), names.catalog(name.name()))) {
                    throw unknown(name, statement);
                }
            }
            return new SqliteTables(connection, names, reflector);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot make table '%s' in memory: %s".formatted(name, e.getMessage()),
                    "run the revision on the database itself",
                    e);
        }
    }

    private static RetortException unknown(QualifiedName name, Refused statement) {
        return new RetortException(
                "Cannot tell what table '%s' looks like, because an empty database refuses a statement on it (%s): %s"
                        .formatted(name, statement.reason(), statement.sql()),
                "run the revision on the database itself, or write the steps with execute(..)");
    }

    private Connection twin() throws SQLException {
        if (twin == null) {
            twin = SameDriver.connect(SqliteDialect.DRIVER, "jdbc:sqlite::memory:");
        }
        try (var statement = twin.createStatement()) {
            for (String schema : schemas) {
                if (!isAttached(twin, names.catalog(schema))) {
                    statement.execute("ATTACH ':memory:' AS " + names.spell(schema));
                }
            }
            for (String sql : waiting) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    refused.add(new Refused(sql, String.valueOf(e.getMessage())));
                }
            }
        }
        waiting.clear();
        return twin;
    }

    private static boolean isAttached(Connection twin, String schema) throws SQLException {
        try (var query = twin.prepareStatement("SELECT 1 FROM pragma_database_list WHERE name = ? COLLATE NOCASE")) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() {
        try {
            if (twin != null) {
                twin.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory cannot be closed", e);
        }
    }
}
