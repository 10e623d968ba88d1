package dev.retort.dialect.sqlserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

/**
 * Where SQL Server departs from the standard: a column is changed by giving its whole type again, a default is a constraint
 * with a name of its own, procedures rename things and keep comments, and numbers are given only where that is switched on.
 * Every statement is a batch. Source: Transact-SQL reference, ALTER TABLE, sp_rename, SET IDENTITY_INSERT, ALTER SEQUENCE.
 */
final class SqlServerDdl extends SqlServerDefinitions {

    private final SqlServerNames names;
    private final Descriptions descriptions;
    private final ColumnConstraints constraints;

    SqlServerDdl(SqlServerNames names, SqlServerTypes types) {
        super(names, types);
        this.names = names;
        this.descriptions = new Descriptions(names);
        this.constraints = new ColumnConstraints(names);
    }

    @Override
    public String terminator() {
        return "GO";
    }

    /** {@inheritDoc} A client that goes on after an error finds that nothing else is executed. */
    @Override
    public String terminated(String sql) {
        return super.terminated(sql) + "\nIF @@ERROR <> 0 SET NOEXEC ON\nGO";
    }

    @Override
    protected List<SqlStatement> createTable(CreateTable operation, TableLookup tables) {
        Table table = operation.table();
        if (operation.ifNotExists() && tables.find(table.name()).isPresent()) {
            return List.of();
        }
        TableLookup after = name -> name.equals(table.name()) ? Optional.of(table) : tables.find(name);
        var statements = new ArrayList<>(super.createTable(new CreateTable(table, false), after));
        if (operation.ifNotExists()) {
            statements.set(
                    0,
                    SqlStatement.of("IF OBJECT_ID(" + names.text(table.name()) + ", N'U') IS NULL\n"
                            + statements.get(0).sql()));
        }
        return statements;
    }

    @Override
    protected List<SqlStatement> comments(Table table) {
        var statements = new ArrayList<SqlStatement>();
        if (table.comment() != null) {
            statements.add(SqlStatement.of(descriptions.first(table.name(), null, table.comment())));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                statements.add(SqlStatement.of(descriptions.first(table.name(), column.name(), column.comment())));
            }
        }
        return statements;
    }

    @Override
    protected List<SqlStatement> commentTable(QualifiedName table, @Nullable String comment) {
        return one(descriptions.changed(table, null, comment));
    }

    @Override
    protected List<SqlStatement> commentColumn(QualifiedName table, String column, @Nullable String comment) {
        return one(descriptions.changed(table, column, comment));
    }

    @Override
    protected List<SqlStatement> renameTable(RenameTable operation, TableLookup tables) {
        return List.of(rename(names.text(operation.table()), operation.newName(), "OBJECT"));
    }

    /** A procedure tells of a failure and lets the batch go on. */
    private SqlStatement rename(String text, String newName, String kind) {
        spell(newName);
        return SqlStatement.of("DECLARE @result INT;\nEXEC @result = sp_rename " + text + ", "
                + SqlServerLiterals.unicode(names.catalog(newName)) + ", N'" + kind
                + "';\nIF @result <> 0 THROW 50000, N'The new name was not taken', 1");
    }

    /** {@inheritDoc} Rows that are there get the default, as everywhere else. */
    @Override
    protected List<SqlStatement> addColumn(AddColumn operation, TableLookup tables) {
        Column column = operation.column();
        boolean fills = column.defaultSql() != null && column.generated() == null && column.nullable();
        var statements = new ArrayList<SqlStatement>();
        statements.add(alterTable(
                operation.table(), "ADD " + column(operation.table(), column) + (fills ? " WITH VALUES" : "")));
        if (column.comment() != null) {
            statements.add(SqlStatement.of(descriptions.first(operation.table(), column.name(), column.comment())));
        }
        return statements;
    }

    /** {@inheritDoc} What of the table's default, checks and foreign keys stands on the column goes with it. */
    @Override
    protected List<SqlStatement> dropColumn(DropColumn operation, TableLookup tables) {
        return List.of(
                SqlStatement.of(constraints.dropAll(operation.table(), operation.column())),
                alterTable(operation.table(), "DROP COLUMN " + spell(operation.column())));
    }

    @Override
    protected List<SqlStatement> alterColumn(AlterColumn operation, TableLookup tables) {
        ColumnChange change = operation.change();
        if (change.using() != null) {
            throw new RetortException(
                    "SQL Server cannot turn the values of '%s.%s' into others by an expression"
                            .formatted(operation.table(), operation.column()),
                    "add a column, fill it with execute(\"UPDATE ...\"), drop this one and rename");
        }
        Optional<Column> before = tables.before(operation, names);
        var statements = new ArrayList<>(alterNumbering(operation));
        boolean computed = before.map(Column::generated).isPresent() || change.generated() != null;
        statements.addAll(computed ? recompute(operation, before) : redefine(operation, before));
        if (change.comment() != null) {
            statements.addAll(commentColumn(
                    operation.table(), operation.column(), change.comment().value()));
        }
        if (change.name() != null) {
            statements.add(rename(names.text(operation.table(), operation.column()), change.name(), "COLUMN"));
        }
        return statements;
    }

    /** A column with a default cannot get another type: the default goes, and comes back. */
    private List<SqlStatement> redefine(AlterColumn operation, Optional<Column> before) {
        ColumnChange change = operation.change();
        var statements = new ArrayList<SqlStatement>();
        boolean hadNone = before.isPresent() && before.get().defaultSql() == null;
        boolean makesWay =
                change.type() != null && before.map(Column::defaultSql).isPresent();
        if (makesWay || (change.defaultSql() != null && !hadNone)) {
            statements.add(SqlStatement.of(constraints.dropDefault(operation.table(), operation.column())));
        }
        if (change.type() != null || change.nullable() != null || change.collation() != null) {
            statements.add(alterType(operation, before));
        }
        if (change.defaultSql() != null || makesWay) {
            Column after = change.applyTo(before.orElseGet(() -> unknown(operation)));
            String value = SqlServerTypes.defaultValue(after);
            if (value != null) {
                statements.add(
                        alterTable(operation.table(), "ADD DEFAULT " + value + " FOR " + spell(operation.column())));
            }
        }
        return statements;
    }

    private static Column unknown(AlterColumn operation) {
        return Column.of(operation.column(), new SqlType.Named(""));
    }

    private SqlStatement alterType(AlterColumn operation, Optional<Column> before) {
        ColumnChange change = operation.change();
        if (before.isEmpty() && (change.type() == null || change.nullable() == null)) {
            throw new RetortException(
                    "Cannot change column '%s.%s': SQL Server needs its type and whether it accepts NULL, and neither the revision nor its past tells both"
                            .formatted(operation.table(), operation.column()),
                    "use alterColumn(table, before, after) with the full columns");
        }
        Column after = change.applyTo(before.orElseGet(() -> unknown(operation)));
        return alterTable(
                operation.table(),
                "ALTER COLUMN " + spell(operation.column()) + " " + columnType(after) + sorting(after)
                        + nullability(after));
    }

    /** What a column computes can be made anew; a column that holds values cannot become one that computes them, nor back. */
    private List<SqlStatement> recompute(AlterColumn operation, Optional<Column> before) {
        ColumnChange change = operation.change();
        boolean stays = change.generated() == null
                && change.type() == null
                && change.nullable() == null
                && change.defaultSql() == null
                && change.collation() == null;
        if (stays) {
            return List.of();
        }
        Column made = before.filter(column -> column.generated() != null)
                .map(change::applyTo)
                .filter(column -> column.generated() != null)
                .orElseThrow(() -> new RetortException(
                        "SQL Server cannot change column '%s.%s': a column holds values or computes them"
                                .formatted(operation.table(), operation.column()),
                        "add a column, fill it with execute(\"UPDATE ...\"), drop this one and rename"));
        return List.of(
                alterTable(operation.table(), "DROP COLUMN " + spell(operation.column())),
                alterTable(operation.table(), "ADD " + column(operation.table(), made.named(operation.column()))));
    }

    /** {@inheritDoc} Columns of a primary key must have been made to reject {@code NULL} before. */
    @Override
    protected List<SqlStatement> addConstraint(AddConstraint operation, TableLookup tables) {
        var statements = new ArrayList<SqlStatement>();
        if (operation.constraint() instanceof PrimaryKey key) {
            List<String> keys = keys(key.columns());
            tables.find(operation.table()).map(Table::columns).orElse(List.of()).stream()
                    .filter(column -> column.nullable() && column.numbering() == null && column.generated() == null)
                    .filter(column -> keys.contains(names.columnKey(column.name())))
                    .forEach(column -> statements.addAll(redefine(
                            AlterColumn.between(operation.table(), column, column.notNull()), Optional.of(column))));
        }
        statements.addAll(super.addConstraint(operation, tables));
        return statements;
    }

    /** {@inheritDoc} {@code clustered} and {@code nonclustered} are methods to us. */
    @Override
    protected List<SqlStatement> createIndex(CreateIndex operation, TableLookup tables) {
        Index index = operation.index();
        String method = Objects.requireNonNullElse(index.method(), "").toUpperCase(Locale.ROOT);
        if (!method.matches("|(NON)?CLUSTERED")) {
            throw refuse("make index '%s' of '%s' by the method '%s' here"
                    .formatted(index.name(), index.table(), index.method()));
        }
        return one("CREATE " + (index.isUnique() ? "UNIQUE " : "") + method + (method.isEmpty() ? "" : " ") + "INDEX "
                + index(index));
    }

    @Override
    protected List<SqlStatement> dropIndex(DropIndex operation, TableLookup tables) {
        return one("DROP INDEX " + spell(operation.name()) + " ON " + spell(operation.table()));
    }

    /** {@inheritDoc} The first number is where it stands too: neither can be changed without the other. */
    @Override
    protected List<SqlStatement> alterSequence(AlterSequence operation, TableLookup tables) {
        Sequence before = operation.before();
        Sequence after = operation.after();
        if (before.start() != after.start()) {
            throw new RetortException(
                    "SQL Server cannot change where sequence '%s' starts and leave it where it stands"
                            .formatted(after.name()),
                    "use execute(\"ALTER SEQUENCE ... RESTART WITH %d\")".formatted(after.start()));
        }
        return one("ALTER SEQUENCE " + spell(after.name()) + " INCREMENT BY " + after.increment()
                + bound("MINVALUE", before.minimum(), after.minimum())
                + bound("MAXVALUE", before.maximum(), after.maximum())
                + (before.cycles() == after.cycles() ? "" : after.cycles() ? " CYCLE" : " NO CYCLE"));
    }

    /** There are no named types: a column that has one holds text, so there is nothing to make. */
    @Override
    protected List<SqlStatement> createEnum(CreateEnum operation, TableLookup tables) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> alterEnum(AlterEnum operation, TableLookup tables) {
        throw new RetortException(
                "SQL Server cannot change the enum type '%s' by itself: the columns that have it hold text"
                        .formatted(operation.after().name()),
                "change each column that has it, with alterColumn(table, alter(name).type(enumOf(..)))");
    }

    @Override
    protected List<SqlStatement> dropEnum(DropEnum operation, TableLookup tables) {
        return List.of();
    }

    /** {@inheritDoc} Where a row gives the number that the table would give, the table is told, for that statement alone. */
    @Override
    protected List<SqlStatement> bulkInsert(BulkInsert operation, TableLookup tables) {
        List<SqlStatement> inserts = super.bulkInsert(operation, tables);
        if (inserts.isEmpty()) {
            return inserts;
        }
        List<String> given = List.copyOf(operation.rows().get(0).keySet());
        Optional<Table> table = tables.find(operation.table());
        boolean numbered = table.isEmpty()
                || table.get().columns().stream()
                        .anyMatch(column ->
                                column.numbering() != null && keys(given).contains(names.columnKey(column.name())));
        if (!numbered) {
            return inserts;
        }
        String condition = table.isPresent() ? "" : constraints.isNumbered(operation.table(), given) + "\n    ";
        String command = condition + "SET IDENTITY_INSERT " + spell(operation.table());
        return inserts.stream()
                .map(insert -> SqlStatement.of(command + " ON;\n" + insert.sql() + ";\n" + command + " OFF"))
                .toList();
    }

    @Override
    protected List<SqlStatement> execute(Execute operation, TableLookup tables) {
        return super.execute(operation, tables).stream()
                .flatMap(statement -> SqlServerScript.batches(statement.sql()).stream())
                .toList();
    }
}
