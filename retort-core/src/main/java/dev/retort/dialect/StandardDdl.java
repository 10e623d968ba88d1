package dev.retort.dialect;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CommentTable;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;

/**
 * The SQL standard's answer to every operation, with what nearly all databases add to it. A dialect overrides where it
 * departs: a whole operation here, or the spelling of a part in {@link StandardDefinitions}.
 *
 * <p>Every method gets the operation and the tables as they are just before it.
 */
public class StandardDdl extends StandardDefinitions implements Ddl {

    private static final int ROWS_OF_ONE_INSERT = 100;

    private final String dialectName;

    /** Spell operations by the rules of one database, values as the standard does. */
    public StandardDdl(String dialectName, Names names, Types types) {
        this(dialectName, names, types, new SqlLiterals());
    }

    /** Spell operations by the rules of one database. */
    public StandardDdl(String dialectName, Names names, Types types, SqlLiterals literals) {
        super(names, types, literals);
        this.dialectName = dialectName;
    }

    @Override
    public List<SqlStatement> statements(Operation operation, TableLookup tables) {
        checkNames(operation);
        return operation.accept(new OperationDispatch(this, tables));
    }

    /**
     * Refuse names that the database would cut off.
     *
     * @throws RetortException naming each that {@code operation} brings into the world
     */
    protected final void checkNames(Operation operation) {
        CreatedNames.check(operation, names(), dialectName);
    }

    /** Make a table, then its indexes, comments and initial rows. */
    protected List<SqlStatement> createTable(CreateTable operation, TableLookup tables) {
        Table table = operation.table();
        if (operation.ifNotExists() && tables.find(table.name()).isPresent()) {
            return List.of();
        }
        var statements = new ArrayList<SqlStatement>();
        statements.add(SqlStatement.of("CREATE TABLE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + spell(table.name()) + " (" + tableBody(table) + ")" + tableOptions(table)));
        for (Index index : table.indexes()) {
            statements.addAll(createIndex(new CreateIndex(index.on(table.name()), false), tables));
        }
        statements.addAll(comments(table));
        if (!table.initialRows().isEmpty()) {
            statements.addAll(bulkInsert(new BulkInsert(table.name(), rows(table)), tables));
        }
        return statements;
    }

    private static List<Map<String, @Nullable Object>> rows(Table table) {
        return new ArrayList<>(table.initialRows());
    }

    /** Spell columns and constraints of a table, one a line. */
    protected String tableBody(Table table) {
        var lines = new ArrayList<String>();
        table.columns().forEach(column -> lines.add(column(table.name(), column)));
        if (table.primaryKey() != null) {
            lines.add(constraint(table.primaryKey()));
        }
        table.uniques().forEach(unique -> lines.add(constraint(unique)));
        table.foreignKeys().forEach(foreignKey -> lines.add(constraint(foreignKey)));
        table.checks().forEach(check -> lines.add(constraint(check)));
        table.exclusions().forEach(exclusion -> lines.add(constraint(exclusion)));
        return lines.isEmpty() ? "" : lines.stream().collect(joining(",\n    ", "\n    ", "\n"));
    }

    /** Spell what follows the brackets of a table's definition, with a space in front. */
    protected String tableOptions(Table table) {
        return "";
    }

    /** Write the comments of a newly made table; nothing where its definition holds them. */
    protected List<SqlStatement> comments(Table table) {
        var statements = new ArrayList<SqlStatement>();
        if (table.comment() != null) {
            statements.addAll(commentTable(table.name(), table.comment()));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                statements.addAll(commentColumn(table.name(), column.name(), column.comment()));
            }
        }
        return statements;
    }

    protected List<SqlStatement> dropTable(DropTable operation, TableLookup tables) {
        return one("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + spell(operation.table()));
    }

    protected List<SqlStatement> renameTable(RenameTable operation, TableLookup tables) {
        return one("ALTER TABLE " + spell(operation.table()) + " RENAME TO " + spell(operation.newName()));
    }

    protected List<SqlStatement> commentTable(CommentTable operation, TableLookup tables) {
        return commentTable(operation.table(), operation.comment());
    }

    /** Say what a table is for, or nothing for {@code null}. */
    protected List<SqlStatement> commentTable(QualifiedName table, @Nullable String comment) {
        return one("COMMENT ON TABLE " + spell(table) + " IS " + literals().spell(comment));
    }

    /** Say what a column is for, or nothing for {@code null}. */
    protected List<SqlStatement> commentColumn(QualifiedName table, String column, @Nullable String comment) {
        return one("COMMENT ON COLUMN " + spell(table) + "." + spell(column) + " IS "
                + literals().spell(comment));
    }

    protected List<SqlStatement> addColumn(AddColumn operation, TableLookup tables) {
        Column column = operation.column();
        var statements = new ArrayList<SqlStatement>();
        statements.add(alterTable(operation.table(), "ADD COLUMN " + column(operation.table(), column)));
        if (column.comment() != null) {
            statements.addAll(commentColumn(operation.table(), column.name(), column.comment()));
        }
        return statements;
    }

    protected List<SqlStatement> dropColumn(DropColumn operation, TableLookup tables) {
        return List.of(alterTable(operation.table(), "DROP COLUMN " + spell(operation.column())));
    }

    /** Change a column: type, nullability, default, numbering, expression, comment, and its name at the end. */
    protected List<SqlStatement> alterColumn(AlterColumn operation, TableLookup tables) {
        var statements = new ArrayList<SqlStatement>();
        statements.addAll(alterType(operation));
        // A column that numbers rows is never NULL, so the numbering has to go first.
        boolean isFreed = operation.change().numbering() != null
                && Boolean.TRUE.equals(operation.change().nullable());
        if (!isFreed) {
            statements.addAll(alterNullability(operation));
        }
        statements.addAll(alterDefault(operation));
        statements.addAll(alterNumbering(operation));
        if (isFreed) {
            statements.addAll(alterNullability(operation));
        }
        statements.addAll(alterGenerated(operation));
        if (operation.change().comment() != null) {
            statements.addAll(commentColumn(
                    operation.table(),
                    operation.column(),
                    operation.change().comment().value()));
        }
        if (operation.change().name() != null) {
            statements.add(alterTable(
                    operation.table(),
                    "RENAME COLUMN " + spell(operation.column()) + " TO "
                            + spell(operation.change().name())));
        }
        return statements;
    }

    /** Change what a column holds and how it is sorted, if that is asked for. */
    protected List<SqlStatement> alterType(AlterColumn operation) {
        if (operation.change().type() == null) {
            return List.of();
        }
        return List.of(alterColumn(operation, "TYPE " + spell(operation.change().type())));
    }

    /** Change whether a column accepts {@code NULL}, if that is asked for. */
    protected List<SqlStatement> alterNullability(AlterColumn operation) {
        Boolean nullable = operation.change().nullable();
        return nullable == null
                ? List.of()
                : List.of(alterColumn(operation, (nullable ? "DROP" : "SET") + " NOT NULL"));
    }

    /** Change what the database fills in, if that is asked for. */
    protected List<SqlStatement> alterDefault(AlterColumn operation) {
        var setting = operation.change().defaultSql();
        if (setting == null) {
            return List.of();
        }
        return List.of(
                alterColumn(operation, setting.value() == null ? "DROP DEFAULT" : "SET DEFAULT " + setting.value()));
    }

    /** Change how a column is numbered, if that is asked for. */
    protected List<SqlStatement> alterNumbering(AlterColumn operation) {
        if (operation.change().numbering() == null) {
            return List.of();
        }
        throw refuse("change how '%s.%s' is numbered".formatted(operation.table(), operation.column()));
    }

    /** Change how a column is computed, if that is asked for. */
    protected List<SqlStatement> alterGenerated(AlterColumn operation) {
        if (operation.change().generated() == null) {
            return List.of();
        }
        throw refuse("change how '%s.%s' is computed".formatted(operation.table(), operation.column()));
    }

    protected List<SqlStatement> addConstraint(AddConstraint operation, TableLookup tables) {
        return List.of(alterTable(operation.table(), "ADD " + constraint(operation.constraint())));
    }

    protected List<SqlStatement> dropConstraint(DropConstraint operation, TableLookup tables) {
        return List.of(alterTable(
                operation.table(),
                "DROP CONSTRAINT " + spell(ConstraintNames.find(operation, tables, names(), types()))));
    }

    protected List<SqlStatement> createIndex(CreateIndex operation, TableLookup tables) {
        return one("CREATE " + (operation.index().isUnique() ? "UNIQUE " : "") + "INDEX " + index(operation.index()));
    }

    /** Spell what follows {@code CREATE INDEX}. */
    protected String index(Index index) {
        return spell(index.name()) + " ON " + spell(index.table())
                + (index.method() == null ? "" : " USING " + index.method())
                + index.parts().stream().map(this::indexPart).collect(joining(", ", " (", ")"))
                + (index.include().isEmpty() ? "" : " INCLUDE (" + list(index.include()) + ")")
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    protected List<SqlStatement> dropIndex(DropIndex operation, TableLookup tables) {
        return one("DROP INDEX " + spell(operation.table().sibling(operation.name())));
    }

    protected List<SqlStatement> createSequence(CreateSequence operation, TableLookup tables) {
        Sequence sequence = operation.sequence();
        return one("CREATE SEQUENCE %s START WITH %d INCREMENT BY %d%s%s%s"
                .formatted(
                        spell(sequence.name()),
                        sequence.start(),
                        sequence.increment(),
                        sequence.minimum() == null ? "" : " MINVALUE " + sequence.minimum(),
                        sequence.maximum() == null ? "" : " MAXVALUE " + sequence.maximum(),
                        sequence.cycles() ? " CYCLE" : ""));
    }

    protected List<SqlStatement> alterSequence(AlterSequence operation, TableLookup tables) {
        Sequence before = operation.before();
        Sequence after = operation.after();
        return one("ALTER SEQUENCE %s START WITH %d INCREMENT BY %d%s%s%s"
                .formatted(
                        spell(after.name()),
                        after.start(),
                        after.increment(),
                        bound("MINVALUE", before.minimum(), after.minimum()),
                        bound("MAXVALUE", before.maximum(), after.maximum()),
                        before.cycles() == after.cycles() ? "" : after.cycles() ? " CYCLE" : " NO CYCLE"));
    }

    /** Spell a limit that changes, with a space in front, or nothing where it stays. */
    protected static String bound(String word, @Nullable Long before, @Nullable Long after) {
        if (Objects.equals(before, after)) {
            return "";
        }
        return after == null ? " NO " + word : " " + word + " " + after;
    }

    protected List<SqlStatement> dropSequence(DropSequence operation, TableLookup tables) {
        return one("DROP SEQUENCE " + spell(operation.name()));
    }

    protected List<SqlStatement> createEnum(CreateEnum operation, TableLookup tables) {
        throw refuse("make the enum type '" + operation.type().name() + "': it has no named types");
    }

    protected List<SqlStatement> alterEnum(AlterEnum operation, TableLookup tables) {
        throw refuse("change the enum type '" + operation.after().name() + "': it has no named types");
    }

    protected List<SqlStatement> dropEnum(DropEnum operation, TableLookup tables) {
        throw refuse("drop the enum type '" + operation.name() + "': it has no named types");
    }

    /** Insert rows, up to 100 with one statement. */
    protected List<SqlStatement> bulkInsert(BulkInsert operation, TableLookup tables) {
        var statements = new ArrayList<SqlStatement>();
        var rows = operation.rows();
        for (int from = 0; from < rows.size(); from += ROWS_OF_ONE_INSERT) {
            statements.add(
                    insert(operation.table(), rows.subList(from, Math.min(from + ROWS_OF_ONE_INSERT, rows.size()))));
        }
        return statements;
    }

    private SqlStatement insert(QualifiedName table, List<Map<String, @Nullable Object>> rows) {
        var columns = columns(table, rows);
        var values = new ArrayList<String>();
        for (var row : rows) {
            values.add(columns.stream()
                    .map(name -> literals().spell(row.get(name)))
                    .collect(joining(", ", "(", ")")));
        }
        String separator = rows.size() == 1 ? " " : "\n    ";
        return SqlStatement.of("INSERT INTO " + spell(table) + " (" + list(columns) + ") VALUES" + separator
                + String.join(",\n    ", values));
    }

    /**
     * List the columns of rows that are inserted.
     *
     * @throws RetortException if not all have the same
     */
    protected static List<String> columns(QualifiedName table, List<Map<String, @Nullable Object>> rows) {
        var columns = List.copyOf(rows.get(0).keySet());
        for (var row : rows) {
            if (!row.keySet().equals(rows.get(0).keySet())) {
                throw new RetortException(
                        "The rows for '%s' have different columns: %s and %s".formatted(table, columns, row.keySet()),
                        "give every row the same columns");
            }
        }
        return columns;
    }

    protected List<SqlStatement> execute(Execute operation, TableLookup tables) {
        String sql = operation.on(dialectName);
        return sql == null ? List.of() : one(sql);
    }

    /** Spell one change of a table. */
    protected final SqlStatement alterTable(QualifiedName table, String change) {
        return SqlStatement.of("ALTER TABLE " + spell(table) + " " + change);
    }

    /** Spell one change of a column. */
    protected final SqlStatement alterColumn(AlterColumn operation, String change) {
        return alterTable(operation.table(), "ALTER COLUMN " + spell(operation.column()) + " " + change);
    }

    /** Say that the database cannot do something: {@code refuse("drop the key of 'x'")}. */
    protected final RetortException refuse(String what) {
        return new RetortException(dialectName + " cannot " + what, "write the steps that lead there with execute(..)");
    }

    /** List the one statement. */
    protected static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }
}
