package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.CreateTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

/**
 * Lets the server store each table as a temporary one, which no other session sees and which commits nothing, and reads
 * what {@code SHOW CREATE TABLE} makes of it. A table that the server refuses, and every table where the user may not
 * make temporary ones, is only brought into canonical types.
 */
final class MariaDbNormalizer implements Normalizer {

    private final MariaDbTypes types;
    private final MariaDbDdl ddl;

    MariaDbNormalizer(MariaDbNames names, MariaDbTypes types) {
        this.types = types;
        this.ddl = new MariaDbDdl(names, types);
    }

    @Override
    public Schema normalize(Connection connection, Schema desired) throws SQLException {
        String scratch = "retort_" + UUID.randomUUID().toString().replace('-', '_');
        var tables = new ArrayList<Table>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : desired.tables()) {
                tables.add(normalize(statement, scratch, table));
            }
        }
        return new Schema(tables, desired.sequences(), List.of());
    }

    private Table normalize(Statement statement, String scratch, Table table) throws SQLException {
        String shown;
        try {
            shown = store(statement, scratch, table);
        } catch (SQLException | RetortException refused) {
            if (!statement.getConnection().isValid(0)) {
                throw refused instanceof SQLException failure ? failure : new SQLException(refused);
            }
            return canonical(table, null);
        }
        return canonical(table, StoredTable.of(shown));
    }

    private String store(Statement statement, String scratch, Table table) throws SQLException {
        statement.execute(definition(scratch, table).sql().replaceFirst("CREATE TABLE", "CREATE TEMPORARY TABLE"));
        try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + scratch)) {
            row.next();
            return row.getString(2);
        } finally {
            statement.execute("DROP TEMPORARY TABLE " + scratch);
        }
    }

    /** Only what is normalized, and the key that a numbered column needs; checks get names by which they are found again. */
    private SqlStatement definition(String scratch, Table table) {
        var checks = new ArrayList<CheckConstraint>();
        for (CheckConstraint check : table.checks()) {
            checks.add(check.named(checkName(checks.size())));
        }
        boolean numbered = table.columns().stream().anyMatch(column -> column.numbering() != null);
        Table reduced = new Table(
                QualifiedName.of(scratch),
                table.columns(),
                numbered ? table.primaryKey() : null,
                List.of(),
                List.of(),
                checks,
                List.of(),
                null,
                List.of());
        return ddl.statements(new CreateTable(reduced, false), TableLookup.NONE).get(0);
    }

    private static String checkName(int number) {
        return "retort_check_" + number;
    }

    private Table canonical(Table table, @Nullable StoredTable stored) {
        var columns = new ArrayList<Column>();
        for (Column column : table.columns()) {
            columns.add(canonical(column, stored == null ? null : stored.column(columns.size())));
        }
        var checks = new ArrayList<CheckConstraint>();
        for (CheckConstraint check : table.checks()) {
            String expression = stored == null ? null : stored.check(checkName(checks.size()));
            checks.add(expression == null ? check : new CheckConstraint(check.name(), expression));
        }
        return new Table(
                table.name(),
                columns,
                table.primaryKey(),
                table.uniques(),
                table.foreignKeys(),
                checks,
                table.indexes(),
                table.comment(),
                table.initialRows());
    }

    private Column canonical(Column column, StoredTable.@Nullable StoredColumn stored) {
        SqlType type = types.canonical(column.type());
        Column canonical = column.type(type).numbering(column.numbering() == null ? null : Identity.byDefault());
        if (stored == null) {
            return canonical;
        }
        return canonical
                .nullable(stored.nullable())
                .defaultSql(LiteralDefaults.stored(column, stored.defaultSql()))
                .generated(stored.generated())
                .collation(type instanceof SqlType.Json ? null : stored.collation());
    }
}
