package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
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
 * The table that says where a database stands: one row for each applied tip, exactly as Alembic keeps it.
 *
 * @param name {@code alembic_version} unless a setting names another
 * @param dialect the database's dialect
 */
public record VersionTable(QualifiedName name, Dialect dialect) {

    private static final String COLUMN = "version_num";

    /**
     * Read the rows, in order, with one query.
     *
     * @return nothing if there is no such table
     * @throws SQLException if the database refuses for another reason
     */
    public Optional<List<String>> read(Connection connection) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(select())) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException e) {
            if (dialect.isMissingTable(e)) {
                return Optional.empty();
            }
            throw e;
        }
        Collections.sort(rows);
        return Optional.of(rows);
    }

    /** Give the table's name as SQL has it. */
    String spelled() {
        return dialect.names().spell(name);
    }

    private String select() {
        return "SELECT %s FROM %s".formatted(COLUMN, spelled());
    }

    /** Spell the statements that make the table. */
    public List<SqlStatement> creation() {
        return creation(false);
    }

    /** Spell the statements that make the table, or also those that make it unless it is there. */
    List<SqlStatement> creation(boolean ifNotExists) {
        var table = Table.of(
                name,
                Column.of(COLUMN, new SqlType.VarChar(32)).notNull(),
                new PrimaryKey(name.name() + "_pkc", List.of(COLUMN)));
        return dialect.ddl().statements(new CreateTable(table, ifNotExists), TableLookup.NONE);
    }

    /** Spell the statement that makes {@code change}; it must touch exactly one row. */
    public String statement(RowChange change) {
        String table = dialect.names().spell(name);
        if (change instanceof RowChange.Insert insert) {
            return "INSERT INTO " + table + " (" + COLUMN + ") VALUES (" + literal(insert.id()) + ")";
        }
        if (change instanceof RowChange.Update update) {
            return "UPDATE " + table + " SET " + COLUMN + "=" + literal(update.after()) + " WHERE " + COLUMN + " = "
                    + literal(update.before());
        }
        var delete = (RowChange.Delete) change;
        return "DELETE FROM " + table + " WHERE " + COLUMN + " = " + literal(delete.id());
    }

    /** Spell the statement that moves a row, with parameters for the id it gets and the one it has. */
    String move() {
        return "UPDATE %s SET %s=? WHERE %s = ?".formatted(dialect.names().spell(name), COLUMN, COLUMN);
    }

    /**
     * Check that a change touched exactly one row.
     *
     * @throws RetortException if it did not, so that somebody else is at work
     */
    void checkOne(int rows) {
        if (rows != 1) {
            throw new RetortException(
                    "The version table '%s' was changed by somebody else: one row was to change, %d did"
                            .formatted(name, rows),
                    "look at it with 'retort current', and run the command again");
        }
    }

    private static String literal(String id) {
        return "'" + id.replace("'", "''") + "'";
    }
}
