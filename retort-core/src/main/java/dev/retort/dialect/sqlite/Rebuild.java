package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.retort.dialect.SqlStatement;
import dev.retort.schema.QualifiedName;

/**
 * Builds a table anew, as SQLite's manual prescribes where {@code ALTER TABLE} falls short
 * (https://www.sqlite.org/lang_altertable.html, section 7): make the table under another name, copy the rows, drop the
 * table, give its name to the new one, make indexes and triggers again.
 *
 * <p>Foreign keys must not be enforced meanwhile, or the drop would delete rows that refer here; {@link SqliteSession}
 * sees to that. While the name is given, {@code legacy_alter_table} keeps SQLite from looking at views, triggers and
 * references of other tables: they say the table's name, and go on meaning it.
 */
final class Rebuild {

    private static final String TEMPORARY_PREFIX = "_retort_";

    private final SqliteNames names;
    private final QualifiedName table;
    private final StoredTable stored;
    private final TableDefinition after;
    private final Map<String, String> conversions;

    /**
     * Plan a rebuild.
     *
     * @param stored the table as it is
     * @param after the table as it will be, columns of the same name holding the same
     * @param conversions the expression that gives a column its new values, by the column's key
     */
    Rebuild(
            SqliteNames names,
            QualifiedName table,
            StoredTable stored,
            TableDefinition after,
            Map<String, String> conversions) {
        this.names = names;
        this.table = table;
        this.stored = stored;
        this.after = after;
        this.conversions = conversions;
    }

    /** List the statements in order. */
    List<SqlStatement> statements() {
        String temporaryName = TEMPORARY_PREFIX + stored.definition().name();
        String temporary = names.spell(table.sibling(names.read(temporaryName)));
        var sql = new ArrayList<String>();
        sql.add(after.sql(temporary));
        sql.add(copy(temporary));
        if (stored.definition().isAutoincrement() && after.isAutoincrement()) {
            sql.addAll(keepCounter(temporaryName));
        }
        sql.add("DROP TABLE " + names.spell(table));
        sql.add("PRAGMA legacy_alter_table=ON");
        sql.add("ALTER TABLE " + temporary + " RENAME TO "
                + names.spell(names.read(stored.definition().name())));
        sql.add("PRAGMA legacy_alter_table=OFF");
        sql.addAll(stored.indexes(table, names));
        sql.addAll(stored.triggers(table, names));
        return sql.stream().map(SqlStatement::of).toList();
    }

    private String copy(String temporary) {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        hiddenNumber().forEach(word -> {
            columns.add(word);
            values.add(word);
        });
        for (ColumnDefinition column : after.columns()) {
            String conversion = conversions.get(names.columnKey(names.read(column.name())));
            if (column.generated().isEmpty()
                    && (conversion != null
                            || stored.definition().column(column.name()).isPresent())) {
                String name = names.spell(names.read(column.name()));
                columns.add(name);
                values.add(conversion == null ? name : conversion);
            }
        }
        return "INSERT INTO " + temporary + " (" + String.join(", ", columns) + ")\nSELECT " + String.join(", ", values)
                + " FROM " + names.spell(table);
    }

    /** Rows keep their number also where no column names it. */
    private Stream<String> hiddenNumber() {
        if (stored.definition().withoutRowid() || after.withoutRowid() || after.numbersItself()) {
            return Stream.empty();
        }
        Set<String> taken = Set.copyOf(Stream.concat(stored.definition().columns().stream(), after.columns().stream())
                .map(column -> names.columnKey(names.read(column.name())))
                .distinct()
                .toList());
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(word -> !taken.contains(word))
                .limit(1);
    }

    /** The highest number ever given lives in a table of SQLite's own. */
    private List<String> keepCounter(String temporaryName) {
        String sequences = names.spell(table.sibling("sqlite_sequence"));
        var literals = new SqliteLiterals();
        String temporary = literals.string(temporaryName);
        return List.of(
                "DELETE FROM " + sequences + " WHERE name = " + temporary,
                "INSERT INTO " + sequences + " (name, seq) SELECT " + temporary + ", seq FROM " + sequences
                        + " WHERE name = " + literals.string(stored.definition().name()));
    }
}
