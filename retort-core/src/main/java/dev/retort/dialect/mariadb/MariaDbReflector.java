package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;

/**
 * Reads the catalog in seven queries, one more where there are sequences, and one or two more for each table of which an
 * expression or a default has a question mark: that is what the catalog, which is kept in utf8mb3, shows of a character
 * beyond U+FFFF. In comments and words of an enum the server itself has nothing else. A column that keeps itself up to date
 * has {@code ON UPDATE ...} at the end of its default, one that is not shown {@code INVISIBLE}. Source: MariaDB Knowledge Base, Information Schema Tables.
 */
final class MariaDbReflector implements Reflector {

    private final MariaDbNames names;
    private final MariaDbTypes types;

    MariaDbReflector(MariaDbNames names, MariaDbTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public Schema read(Connection connection, Scope scope) throws SQLException {
        var catalog = new CatalogQueries(connection, names, scope);
        var tables = new CatalogTables(names, types);
        var rights = AlterRights.of(connection);
        var sequences = new ArrayList<QualifiedName>();
        var kept = new ArrayList<QualifiedName>();
        catalog.read(
                """
                SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, TABLE_COLLATION, TABLE_COMMENT, @@lower_case_table_names,
                       COALESCE(CREATE_OPTIONS, '') LIKE '%%partitioned%%'
                FROM information_schema.TABLES WHERE TABLE_SCHEMA IN (%s)
                AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE', 'VIEW')""",
                "TABLE_NAME", row -> {
                    names.lowerCaseTableNames(row.getInt(6));
                    String kind = row.getString(3);
                    boolean isReached = rights.reach(row.getString(1), row.getString(2));
                    boolean isPartitioned = row.getBoolean(7);
                    if (kind.equals("VIEW") || kind.equals("SYSTEM VERSIONED") || isPartitioned || !isReached) {
                        kept.add(catalog.name(row));
                    }
                    if (!kind.equals("VIEW") && isReached) {
                        if (kind.equals("SEQUENCE")) {
                            sequences.add(catalog.name(row));
                        } else {
                            tables.add(catalog.name(row), row.getString(4), row.getString(5));
                        }
                    }
                });
        if (!tables.isEmpty()) {
            readTables(catalog, tables);
        }
        for (QualifiedName name : tables.unsure()) {
            tables.settle(name, StoredTable.of(MariaDbTables.shown(connection, names.spell(name))));
            LiteralDefaults.read(connection, names, name, tables);
        }
        return new Schema(tables.tables(), sequences(connection, sequences), List.of(), kept);
    }

    private static void readTables(CatalogQueries catalog, CatalogTables tables) throws SQLException {
        catalog.read("""
                SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, LEVEL, CHECK_CLAUSE
                FROM (SELECT CONSTRAINT_SCHEMA AS TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, LEVEL, CHECK_CLAUSE
                      FROM information_schema.CHECK_CONSTRAINTS) c
                WHERE TABLE_SCHEMA IN (%s)""", "TABLE_NAME", row -> tables.check(catalog.name(row), row));
        catalog.read("""
                SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, EXTRA,
                       GENERATION_EXPRESSION, COLLATION_NAME, COLUMN_COMMENT
                FROM information_schema.COLUMNS WHERE TABLE_SCHEMA IN (%s)""", "TABLE_NAME, ORDINAL_POSITION", row -> tables.column(catalog.name(row), row));
        catalog.read(
                """
                SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,
                       REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
                FROM information_schema.KEY_COLUMN_USAGE
                WHERE TABLE_SCHEMA IN (%s) AND REFERENCED_TABLE_NAME IS NOT NULL""",
                "TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION",
                row -> tables.reference(catalog.name(row), catalog.name(row.getString(5), row.getString(6)), row));
        catalog.read("""
                SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
                FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (%s)""", "TABLE_NAME", row -> tables.actions(catalog.name(row), row));
        catalog.read("""
                SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, COLUMN_NAME, NON_UNIQUE, COLLATION, SUB_PART, INDEX_TYPE
                FROM information_schema.STATISTICS WHERE TABLE_SCHEMA IN (%s)""", "TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX", row -> tables.indexPart(catalog.name(row), row));
    }

    private List<Sequence> sequences(Connection connection, List<QualifiedName> found) throws SQLException {
        var selects = new ArrayList<String>();
        for (QualifiedName name : found) {
            selects.add("SELECT %d, start_value, `increment`, minimum_value, maximum_value, cycle_option FROM %s"
                    .formatted(selects.size(), names.spell(name)));
        }
        var sequences = new ArrayList<Sequence>();
        if (!selects.isEmpty()) {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(String.join(" UNION ALL ", selects))) {
                while (row.next()) {
                    sequences.add(sequence(found.get(row.getInt(1)), row));
                }
            }
        }
        return sequences;
    }

    /** The server's own ends leave out the last number at either end of a BIGINT. */
    private static Sequence sequence(QualifiedName name, ResultSet row) throws SQLException {
        long increment = row.getLong(3);
        long minimum = row.getLong(4);
        long maximum = row.getLong(5);
        return new Sequence(
                name,
                row.getLong(2),
                increment,
                minimum == (increment > 0 ? 1 : -Long.MAX_VALUE) ? null : (Long) minimum,
                maximum == (increment > 0 ? Long.MAX_VALUE - 1 : -1) ? null : (Long) maximum,
                row.getBoolean(6));
    }
}
