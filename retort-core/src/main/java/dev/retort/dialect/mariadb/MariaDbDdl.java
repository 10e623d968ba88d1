package dev.retort.dialect.mariadb;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.ConstraintNames;
import dev.retort.dialect.Names;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/**
 * Where MariaDB departs from the standard: a column is changed by giving its whole definition again, and foreign keys
 * stand on indexes that come and go with them. Source: MariaDB Knowledge Base, ALTER TABLE.
 */
final class MariaDbDdl extends MariaDbDefinitions {

    private final ForeignKeyIndexes keyIndexes;
    private final NumberedKey numberedKey;

    MariaDbDdl(Names names, MariaDbTypes types) {
        super(names, types);
        this.keyIndexes = new ForeignKeyIndexes(names);
        this.numberedKey = new NumberedKey(names);
    }

    @Override
    public String terminated(String sql) {
        return MariaDbScript.needsDelimiter(sql) ? MariaDbScript.delimited(sql) : super.terminated(sql);
    }

    @Override
    protected List<SqlStatement> comments(Table table) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> renameTable(RenameTable operation, TableLookup tables) {
        QualifiedName renamed = operation.table().sibling(operation.newName());
        return List.of(alterTable(operation.table(), "RENAME TO " + spell(renamed)));
    }

    @Override
    protected List<SqlStatement> commentTable(QualifiedName table, @Nullable String comment) {
        return List.of(alterTable(table, "COMMENT = " + comment(comment == null ? "" : comment)));
    }

    @Override
    protected List<SqlStatement> addColumn(AddColumn operation, TableLookup tables) {
        Column column = operation.column();
        String key = column.numbering() == null ? "" : numberedKey.make(tables.find(operation.table()), column.name());
        return List.of(alterTable(operation.table(), "ADD COLUMN " + column(operation.table(), column) + key));
    }

    @Override
    protected List<SqlStatement> alterColumn(AlterColumn operation, TableLookup tables) {
        ColumnChange change = operation.change();
        if (change.isEmpty()) {
            return List.of();
        }
        if (change.using() != null) {
            throw new RetortException(
                    "MariaDB cannot turn the values of '%s.%s' into others by an expression"
                            .formatted(operation.table(), operation.column()),
                    "add a column, fill it with execute(\"UPDATE ...\"), drop this one and rename");
        }
        if (change.name() != null
                && change.renamesOnly()
                && columnChecks(operation, tables).isEmpty()) {
            return List.of(rename(operation, change.name()));
        }
        if (change.defaultSql() != null
                && ColumnChange.NONE.withDefault(change.defaultSql().value()).equals(change)) {
            Optional<SqlStatement> lean =
                    changeDefault(operation, tables, change.defaultSql().value());
            if (lean.isPresent()) {
                return List.of(lean.get());
            }
        }
        return redefine(operation, tables);
    }

    private SqlStatement rename(AlterColumn operation, String newName) {
        return alterTable(operation.table(), "RENAME COLUMN " + spell(operation.column()) + " TO " + spell(newName));
    }

    /** Change the default alone, where the rest of the definition need not be given again. */
    private Optional<SqlStatement> changeDefault(AlterColumn operation, TableLookup tables, @Nullable String sql) {
        Optional<Column> before = tables.before(operation, names());
        boolean updatesItself = before.map(Column::defaultSql)
                .filter(text -> defaultValue(text).contains(" ON UPDATE "))
                .isPresent();
        if (updatesItself
                || (sql != null
                        && (defaultValue(sql).contains(" ON UPDATE ")
                                || !ColumnAttributes.of(sql).isEmpty()))) {
            return Optional.empty();
        }
        if (sql != null) {
            return Optional.of(alterColumn(operation, "SET DEFAULT " + defaultValue(sql)));
        }
        boolean nullable = before.isPresent() && before.get().nullable();
        return Optional.of(alterColumn(operation, nullable ? "SET DEFAULT NULL" : "DROP DEFAULT"));
    }

    private List<SqlStatement> redefine(AlterColumn operation, TableLookup tables) {
        Column before = tables.before(operation, names())
                .orElseThrow(() -> new RetortException(
                        "Cannot change column '%s.%s': MariaDB needs its whole definition, and neither the revision nor the database gives it here"
                                .formatted(operation.table(), operation.column()),
                        "use alterColumn(table, before, after) with the full columns"));
        Column after = operation.change().applyTo(before);
        Optional<Table> table = tables.find(operation.table());
        List<CheckConstraint> checks = columnChecks(operation, tables);
        if (isVirtual(before) || isVirtual(after)) {
            return replaceVirtual(operation, tables, before, after, checks);
        }
        String change = after.name().equals(operation.column())
                ? "MODIFY COLUMN "
                : "CHANGE COLUMN " + spell(operation.column()) + " ";
        return List.of(alterTable(
                operation.table(),
                change
                        + column(operation.table(), after)
                        + attributes(operation.table(), operation.column(), after, tables)
                        + checks.stream()
                                .map(check -> inlineCheck(renamed(check, operation.column(), after.name())))
                                .collect(joining())
                        + numbering(operation, table, before, after)));
    }

    private String numbering(AlterColumn operation, Optional<Table> table, Column before, Column after) {
        if (table.isEmpty() || (before.numbering() == null) == (after.numbering() == null)) {
            return "";
        }
        return after.numbering() == null
                ? numberedKey.drop(table, operation.column())
                : numberedKey.make(table, operation.column()).replace(spell(operation.column()), spell(after.name()));
    }

    /** A definition that does not say so again would show the column, or let go of what else is special about it. */
    private String attributes(QualifiedName table, String nowCalled, Column column, TableLookup tables) {
        return tables.storedSql(table).stream()
                .map(StoredTable::of)
                .flatMap(stored -> stored.column(names().catalog(nowCalled)).stream())
                .map(stored -> ColumnAttributes.toRepeat(column, stored.attributes()))
                .collect(joining());
    }

    private List<CheckConstraint> columnChecks(AlterColumn operation, TableLookup tables) {
        return tables.find(operation.table())
                .map(table -> checksOf(table, operation.column()))
                .orElse(List.of());
    }

    /** The catalog, where checks of columns are known from, puts every name between backticks. */
    private CheckConstraint renamed(CheckConstraint check, String before, String after) {
        String expression = check.expression().replace(quoted(before), quoted(after));
        return new CheckConstraint(after, expression);
    }

    private String quoted(String name) {
        return "`" + names().catalog(name).replace("`", "``") + "`";
    }

    private Optional<Column> find(Table table, String column) {
        return table.columns().stream()
                .filter(candidate -> names().columnKey(candidate.name()).equals(names().columnKey(column)))
                .findFirst();
    }

    private static boolean isVirtual(Column column) {
        return column.generated() != null && !column.generated().stored();
    }

    private SqlStatement modify(QualifiedName table, Column column, List<CheckConstraint> checks, TableLookup tables) {
        return alterTable(
                table,
                "MODIFY COLUMN " + column(table, column)
                        + attributes(table, column.name(), column, tables)
                        + checks.stream().map(this::inlineCheck).collect(joining()));
    }

    /** A virtual column can only be made anew; what it holds is computed, so nothing is lost. */
    private List<SqlStatement> replaceVirtual(
            AlterColumn operation, TableLookup tables, Column before, Column after, List<CheckConstraint> checks) {
        var statements = new ArrayList<SqlStatement>();
        Column inPlace = after.named(operation.column());
        if (isVirtual(before) && isVirtual(after)) {
            statements.add(modify(operation.table(), inPlace, checks, tables));
        } else {
            boolean becomesPlain = after.generated() == null && before.generated() != null;
            Column made = becomesPlain && before.generated() != null
                    ? inPlace.defaultSql(null)
                            .numbering(null)
                            .generatedStored(before.generated().expression())
                    : inPlace;
            statements.add(alterTable(
                    operation.table(),
                    "DROP COLUMN " + spell(operation.column()) + ", ADD COLUMN " + column(operation.table(), made)
                            + attributes(operation.table(), operation.column(), made, tables)
                            + checks.stream().map(this::inlineCheck).collect(joining())
                            + position(tables.find(operation.table()), operation.column())));
            if (becomesPlain) {
                statements.add(modify(operation.table(), inPlace, checks, tables));
            }
        }
        if (!after.name().equals(operation.column())) {
            statements.add(rename(operation, after.name()));
        }
        return statements;
    }

    private String position(Optional<Table> table, String column) {
        String before = null;
        for (Column candidate : table.map(Table::columns).orElse(List.of())) {
            if (names().columnKey(candidate.name()).equals(names().columnKey(column))) {
                return before == null ? " FIRST" : " AFTER " + spell(before);
            }
            before = candidate.name();
        }
        return "";
    }

    @Override
    protected List<SqlStatement> addConstraint(AddConstraint operation, TableLookup tables) {
        String name = operation.constraint().name();
        if (operation.constraint() instanceof CheckConstraint check && name != null) {
            Optional<Column> column = tables.find(operation.table()).flatMap(table -> find(table, name));
            if (column.isPresent()) {
                return List.of(modify(operation.table(), column.get(), List.of(check), tables));
            }
        }
        return List.of(alterTable(
                operation.table(), "ADD " + constraint(operation.constraint()) + ownKeyGone(operation, tables)));
    }

    private String ownKeyGone(AddConstraint operation, TableLookup tables) {
        if (operation.constraint() instanceof PrimaryKey key) {
            return numberedKey.dropFor(tables.find(operation.table()), key.columns());
        }
        return operation.constraint() instanceof UniqueConstraint unique
                ? numberedKey.dropFor(tables.find(operation.table()), unique.columns())
                : "";
    }

    @Override
    protected List<SqlStatement> dropConstraint(DropConstraint operation, TableLookup tables) {
        return switch (operation.kind()) {
            case PRIMARY_KEY ->
                List.of(alterTable(
                        operation.table(),
                        "DROP PRIMARY KEY" + numberedKey.makeInsteadOf(tables.find(operation.table()), "PRIMARY")));
            case UNIQUE -> List.of(dropKey(operation.table(), name(operation, tables), tables));
            case FOREIGN_KEY -> List.of(dropForeignKey(operation, tables));
            case CHECK -> List.of(dropCheck(operation, tables));
            case EXCLUSION -> super.dropConstraint(operation, tables);
        };
    }

    private String name(DropConstraint operation, TableLookup tables) {
        return ConstraintNames.find(operation, tables, names(), types());
    }

    private SqlStatement dropForeignKey(DropConstraint operation, TableLookup tables) {
        String name = name(operation, tables);
        Optional<Table> table = tables.find(operation.table());
        String index = (table.isPresent()
                        ? keyIndexes.unneeded(table.get(), name)
                        : keyIndexes.ownName(name, operation.before()))
                .map(own -> ", DROP INDEX IF EXISTS " + spell(own)
                        + (ForeignKeyIndexes.isServers(name) ? ", DROP INDEX IF EXISTS " + spell(name) : ""))
                .orElse("");
        return alterTable(operation.table(), "DROP FOREIGN KEY " + spell(name) + index);
    }

    private SqlStatement dropCheck(DropConstraint operation, TableLookup tables) {
        String name = name(operation, tables);
        Optional<Column> column = tables.find(operation.table()).flatMap(table -> find(table, name));
        if (column.isEmpty()) {
            return alterTable(operation.table(), "DROP CONSTRAINT " + spell(name));
        }
        return alterTable(
                operation.table(),
                "DROP CONSTRAINT IF EXISTS " + spell(name) + ", MODIFY COLUMN "
                        + column(operation.table(), column.get())
                        + attributes(operation.table(), column.get().name(), column.get(), tables));
    }

    @Override
    protected List<SqlStatement> dropIndex(DropIndex operation, TableLookup tables) {
        return List.of(dropKey(operation.table(), operation.name(), tables));
    }

    /** Drop an index; where a foreign key would be left without one, put the one it would have made in its place. */
    private SqlStatement dropKey(QualifiedName table, String name, TableLookup tables) {
        String replacements =
                tables.find(table).map(known -> keyIndexes.orphans(known, name)).orElse(List.of()).stream()
                        .map(orphan -> replacement(orphan, name))
                        .collect(joining());
        return alterTable(
                table,
                "DROP INDEX " + spell(name) + replacements + numberedKey.makeInsteadOf(tables.find(table), name));
    }

    /** The dropped index counts as there until the statement ends: one of the same name must not be left out for it. */
    private String replacement(ForeignKey orphan, String dropped) {
        String name = keyIndexes.ownName(orphan);
        return (name.equalsIgnoreCase(dropped) ? ", ADD INDEX " : ", ADD INDEX IF NOT EXISTS ") + spell(name) + " ("
                + list(orphan.columns()) + ")";
    }

    /** There are no named types: the words of each column are part of it, so there is nothing to make. */
    @Override
    protected List<SqlStatement> createEnum(CreateEnum operation, TableLookup tables) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> alterEnum(AlterEnum operation, TableLookup tables) {
        throw new RetortException(
                "mariadb cannot change the enum type '%s' by itself: the words are part of each column"
                        .formatted(operation.after().name()),
                "change each column that has them, with alterColumn(table, alter(name).type(enumOf(..)))");
    }

    @Override
    protected List<SqlStatement> dropEnum(DropEnum operation, TableLookup tables) {
        return List.of();
    }

    /** {@inheritDoc} FULLTEXT and SPATIAL are methods to us. */
    @Override
    protected String index(Index index) {
        if (index.where() != null) {
            throw new RetortException(
                    "MariaDB has no partial indexes: '%s' of '%s'".formatted(index.name(), index.table()),
                    "leave where(..) out, or index a generated column that is NULL for the other rows");
        }
        if (!index.include().isEmpty()) {
            throw refuse("carry columns in index '%s' that are not searched".formatted(index.name()));
        }
        return spell(index.name()) + (index.method() == null || isKind(index) ? "" : " USING " + index.method())
                + " ON "
                + spell(index.table())
                + index.parts().stream().map(this::indexPart).collect(joining(", ", " (", ")"));
    }

    @Override
    protected List<SqlStatement> createIndex(CreateIndex operation, TableLookup tables) {
        Index index = operation.index();
        String kind = isKind(index) ? String.valueOf(index.method()).toUpperCase(Locale.ROOT) + " " : "";
        return one("CREATE " + (index.isUnique() ? "UNIQUE " : "") + kind + "INDEX " + index(index));
    }

    private static boolean isKind(Index index) {
        return index.method() != null && index.method().matches("(?i)fulltext|spatial");
    }
}
