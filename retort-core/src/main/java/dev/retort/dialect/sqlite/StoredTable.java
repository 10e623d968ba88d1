package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.retort.RetortException;
import dev.retort.schema.QualifiedName;

/**
 * A table with everything that goes when it is dropped.
 *
 * @param definition the table's own statement, in pieces
 * @param indexSql the statements of its indexes
 * @param triggerSql the statements of its triggers
 */
record StoredTable(TableDefinition definition, List<String> indexSql, List<String> triggerSql) {

    StoredTable {
        indexSql = List.copyOf(indexSql);
        triggerSql = List.copyOf(triggerSql);
    }

    /**
     * Read the statements that SQLite keeps of a table.
     *
     * @throws RetortException if it is a virtual table
     */
    static StoredTable of(List<String> sql) {
        TokenReader first = new TokenReader(sql.get(0));
        if (first.sees("CREATE", "VIRTUAL")) {
            throw new RetortException(
                    "Cannot change a virtual table of sqlite: " + sql.get(0),
                    "drop it and create it again with execute(..)");
        }
        var indexes = new ArrayList<String>();
        var triggers = new ArrayList<String>();
        for (String statement : sql.subList(1, sql.size())) {
            (new TokenReader(statement).sees("CREATE", "TRIGGER") ? triggers : indexes).add(statement);
        }
        return new StoredTable(TableParser.parse(sql.get(0)), indexes, triggers);
    }

    /** List the indexes that need a column, by the names of the catalog. */
    List<String> indexesOn(String column) {
        return indexSql.stream()
                .map(IndexParser::parse)
                .filter(index -> index.mentions(column))
                .map(IndexParser.IndexDefinition::name)
                .toList();
    }

    /** Describe the table without some of its indexes. */
    StoredTable withoutIndexes(Predicate<String> catalogName) {
        return new StoredTable(
                definition,
                indexSql.stream()
                        .filter(sql -> !catalogName.test(IndexParser.parse(sql).name()))
                        .toList(),
                triggerSql);
    }

    /** List the statements that make the indexes again. */
    List<String> indexes(QualifiedName table, SqliteNames names) {
        return indexSql.stream().map(sql -> inSchema(sql, table, names)).toList();
    }

    /** List the statements that make the triggers again. */
    List<String> triggers(QualifiedName table, SqliteNames names) {
        return triggerSql.stream().map(sql -> inSchema(sql, table, names)).toList();
    }

    /** SQLite keeps statements without the schema that a name was written with. */
    private static String inSchema(String sql, QualifiedName table, SqliteNames names) {
        if (table.schema() == null) {
            return sql;
        }
        var in = new TokenReader(sql);
        while (!in.sees("INDEX") && !in.sees("TRIGGER")) {
            in.take();
        }
        in.take();
        return sql.substring(0, in.start()) + names.spell(table.schema()) + "." + sql.substring(in.start());
    }
}
