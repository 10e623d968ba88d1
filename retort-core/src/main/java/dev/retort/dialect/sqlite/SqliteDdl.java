package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/**
 * Where SQLite departs from the standard: what {@code ALTER TABLE} cannot do (https://www.sqlite.org/lang_altertable.html)
 * is done by building the table anew. Comments have no place and are left out, as are enum types, whose columns hold text.
 */
final class SqliteDdl extends StandardDdl {

    private static final Pattern VACUUM = Pattern.compile("(?is)(?:\\s|--[^\n]*\n|/\\*.*?\\*/)*vacuum\\b");

    private final SqliteNames names;
    private final TableEditor editor;

    SqliteDdl(SqliteNames names, SqliteTypes types) {
        super("sqlite", names, types, new SqliteLiterals());
        this.names = names;
        this.editor = new TableEditor(names, types);
    }

    @Override
    protected List<SqlStatement> createTable(CreateTable operation, TableLookup tables) {
        return super.createTable(new CreateTable(withKeyNotNull(operation.table()), operation.ifNotExists()), tables);
    }

    /** Without it, SQLite would take {@code NULL} into most primary keys. */
    private Table withKeyNotNull(Table table) {
        if (table.primaryKey() == null) {
            return table;
        }
        List<String> key =
                table.primaryKey().columns().stream().map(names::columnKey).toList();
        return table.withColumns(table.columns().stream()
                .map(column -> key.contains(names.columnKey(column.name())) ? column.notNull() : column)
                .toList());
    }

    @Override
    protected String tableBody(Table table) {
        for (Column column : table.columns()) {
            boolean wholeKey = table.primaryKey() != null
                    && table.primaryKey().columns().size() == 1
                    && names.columnKey(table.primaryKey().columns().get(0)).equals(names.columnKey(column.name()));
            if (column.numbering() != null && !wholeKey) {
                throw new RetortException(
                        "sqlite cannot number column '%s.%s', which is not the whole primary key"
                                .formatted(table.name(), column.name()),
                        "make the column the primary key, or let the application fill it");
            }
        }
        return super.tableBody(table);
    }

    /** A numbered column is the row's number, if its type is {@code INTEGER} exactly. */
    @Override
    protected String column(QualifiedName table, Column column) {
        Column plain =
                column.numbering() == null ? column : column.numbering(null).type(new SqlType.Int());
        String value = plain.defaultSql();
        return super.column(table, value == null ? plain : plain.defaultSql(Expressions.spellDefault(value)));
    }

    @Override
    protected String unique(UniqueConstraint unique) {
        if (unique.nullsNotDistinct()) {
            throw refuse("treat two NULLs as the same value in a unique constraint");
        }
        return super.unique(unique);
    }

    /** A reference never leaves its schema, and does not name it. */
    @Override
    protected String foreignKey(ForeignKey foreignKey) {
        return super.foreignKey(
                foreignKey.withTarget(QualifiedName.of(foreignKey.target().name())));
    }

    /** The schema stands before the index, not the table; access methods and carried columns only serve speed. */
    @Override
    protected String index(Index index) {
        return spell(index.table().sibling(index.name())) + " ON "
                + spell(index.table().name())
                + index.parts().stream()
                        .map(this::indexPart)
                        .collect(java.util.stream.Collectors.joining(", ", " (", ")"))
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    /** {@code NULL}s always stand before all values; of operator classes only a collation has a place. */
    @Override
    protected String indexPart(IndexPart part) {
        boolean collated = part.operatorClass() != null
                && part.operatorClass().toUpperCase(java.util.Locale.ROOT).startsWith("COLLATE ");
        return super.indexPart(new IndexPart(
                part.text(), part.expression(), part.descending(), null, collated ? part.operatorClass() : null));
    }

    @Override
    protected List<SqlStatement> commentTable(QualifiedName table, @Nullable String comment) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> commentColumn(QualifiedName table, String column, @Nullable String comment) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> createSequence(CreateSequence operation, TableLookup tables) {
        throw noSequences(operation.sequence().name());
    }

    @Override
    protected List<SqlStatement> alterSequence(AlterSequence operation, TableLookup tables) {
        throw noSequences(operation.after().name());
    }

    @Override
    protected List<SqlStatement> dropSequence(DropSequence operation, TableLookup tables) {
        throw noSequences(operation.name());
    }

    private static RetortException noSequences(QualifiedName name) {
        return new RetortException(
                "sqlite has no sequences: '" + name + "'", "let the primary key be numbered with identity()");
    }

    @Override
    protected List<SqlStatement> createEnum(CreateEnum operation, TableLookup tables) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> alterEnum(AlterEnum operation, TableLookup tables) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> dropEnum(DropEnum operation, TableLookup tables) {
        return List.of();
    }

    @Override
    public int groupSize(List<Operation> operations) {
        return RebuildGroup.size(operations, names);
    }

    /** One rebuild changes everything that the operations ask for. */
    @Override
    public List<SqlStatement> together(List<Operation> operations, TableLookup tables) {
        Operation first = operations.get(0);
        StoredTable table = stored(RebuildGroup.table(first), tables, first.summary());
        TableDefinition after = table.definition();
        for (Operation operation : operations) {
            checkNames(operation);
            after = changed(after, operation);
        }
        Map<String, String> conversions =
                first instanceof AlterColumn alter && alter.change().using() != null
                        ? Map.of(names.columnKey(alter.column()), alter.change().using())
                        : Map.of();
        return new Rebuild(names, RebuildGroup.table(first), table, after, conversions).statements();
    }

    private TableDefinition changed(TableDefinition table, Operation operation) {
        if (operation instanceof AddColumn add) {
            return table.with(TableParser.parseColumn(column(add.table(), add.column())));
        }
        if (operation instanceof AlterColumn alter) {
            return editor.alter(table, alter);
        }
        if (operation instanceof AddConstraint add) {
            return editor.add(table, add.constraint(), constraint(add.constraint()));
        }
        return editor.drop(table, (DropConstraint) operation);
    }

    @Override
    protected List<SqlStatement> addColumn(AddColumn operation, TableLookup tables) {
        return RebuildGroup.needsRebuild(operation)
                ? together(List.of(operation), tables)
                : super.addColumn(operation, tables);
    }

    /**
     * Drop what needs the column first: its indexes, then by a rebuild the constraints on it. The column itself goes by
     * {@code ALTER TABLE}, so that SQLite looks at the views and triggers that use it.
     */
    @Override
    protected List<SqlStatement> dropColumn(DropColumn operation, TableLookup tables) {
        List<String> sql = tables.storedSql(operation.table());
        if (sql.isEmpty() && tables.find(operation.table()).isEmpty()) {
            return super.dropColumn(operation, tables);
        }
        StoredTable table = stored(operation.table(), tables, operation.summary());
        String column = names.catalog(operation.column());
        List<String> indexes = table.indexesOn(column);
        var statements = new ArrayList<SqlStatement>();
        for (String index : indexes) {
            statements.addAll(one("DROP INDEX " + spell(operation.table().sibling(names.read(index)))));
        }
        TableDefinition free = editor.withoutConstraintsOn(table.definition(), column);
        if (!free.equals(table.definition())) {
            StoredTable kept = table.withoutIndexes(indexes::contains);
            statements.addAll(new Rebuild(names, operation.table(), kept, free, Map.of()).statements());
        }
        statements.addAll(super.dropColumn(operation, tables));
        return statements;
    }

    @Override
    protected List<SqlStatement> alterColumn(AlterColumn operation, TableLookup tables) {
        ColumnChange change = operation.change();
        var statements = new ArrayList<SqlStatement>();
        if (TableEditor.needsRebuild(change)) {
            statements.addAll(together(List.of(operation), tables));
        }
        if (change.name() != null) {
            statements.add(alterTable(
                    operation.table(), "RENAME COLUMN " + spell(operation.column()) + " TO " + spell(change.name())));
        }
        return statements;
    }

    @Override
    protected List<SqlStatement> addConstraint(AddConstraint operation, TableLookup tables) {
        return together(List.of(operation), tables);
    }

    @Override
    protected List<SqlStatement> dropConstraint(DropConstraint operation, TableLookup tables) {
        return together(List.of(operation), tables);
    }

    /** Source: https://www.sqlite.org/lang_vacuum.html: no transaction may be open. */
    @Override
    protected List<SqlStatement> execute(Execute operation, TableLookup tables) {
        return super.execute(operation, tables).stream()
                .map(statement ->
                        VACUUM.matcher(statement.sql()).lookingAt() ? statement.outsideTransaction() : statement)
                .toList();
    }

    /** A lookup that asks the database gives its statements; any other knows tables that Retort itself described. */
    private StoredTable stored(QualifiedName name, TableLookup tables, String summary) {
        List<String> sql = tables.storedSql(name);
        if (!sql.isEmpty()) {
            return StoredTable.of(sql);
        }
        Table table = tables.find(name)
                .orElseThrow(() -> new RetortException(
                        "Cannot %s: sqlite does this by building the table anew, and table '%s' is not known here"
                                .formatted(summary, name),
                        "run the revision on the database itself, or write the steps with execute(..)"));
        List<String> described =
                super.createTable(new CreateTable(table.withInitialRows(List.of()), false), tables).stream()
                        .map(SqlStatement::sql)
                        .toList();
        return StoredTable.of(described);
    }
}
