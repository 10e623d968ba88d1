package dev.retort.dialect.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.UniqueConstraint;

/**
 * Where Oracle, from 12.2 on, departs from the standard: columns are added and modified with words of its own, one row is
 * inserted at a time, and what may be there or not is looked up by a block. Source: SQL Language Reference.
 */
final class OracleDdl extends OracleColumns {

    private static final int LONG_LINE = 500;

    OracleDdl(OracleNames names, OracleTypes types) {
        super(names, types);
    }

    @Override
    public String terminator() {
        return "/";
    }

    @Override
    public String terminated(String sql) {
        return OracleScript.printed(sql);
    }

    @Override
    protected List<SqlStatement> createTable(CreateTable operation, TableLookup tables) {
        if (!operation.ifNotExists()) {
            return super.createTable(operation, tables);
        }
        QualifiedName name = operation.table().name();
        return tables.find(name).isPresent()
                ? List.of()
                : one(OracleBlocks.ifTable(
                        names(), name, false, super.createTable(new CreateTable(operation.table(), false), tables)));
    }

    /** {@inheritDoc} What refers to the table is not dropped with it, and it may be had back from the recycle bin. */
    @Override
    protected List<SqlStatement> dropTable(DropTable operation, TableLookup tables) {
        List<SqlStatement> drop = one("DROP TABLE " + spell(operation.table()));
        return operation.ifExists() ? one(OracleBlocks.ifTable(names(), operation.table(), true, drop)) : drop;
    }

    @Override
    protected List<SqlStatement> commentTable(QualifiedName table, @Nullable String comment) {
        return one(comment("TABLE " + spell(table), comment));
    }

    @Override
    protected List<SqlStatement> commentColumn(QualifiedName table, String column, @Nullable String comment) {
        return one(comment("COLUMN " + spell(table) + "." + spell(column), comment));
    }

    /** A comment has to be one literal, so what is no line of a script is put together by a block. */
    private static String comment(String what, @Nullable String comment) {
        String text = comment == null ? "" : comment;
        String sql = "COMMENT ON " + what + " IS '" + text.replace("'", "''") + "'";
        return OracleLiterals.isShort(text) ? sql : OracleBlocks.execute(sql);
    }

    @Override
    protected List<SqlStatement> addColumn(AddColumn operation, TableLookup tables) {
        Column column = operation.column();
        var statements = new ArrayList<SqlStatement>();
        statements.add(alterTable(operation.table(), "ADD " + column(operation.table(), column)));
        if (column.comment() != null) {
            statements.addAll(commentColumn(operation.table(), column.name(), column.comment()));
        }
        return statements;
    }

    /** {@inheritDoc} A key without a name goes by its kind and columns, whatever the server called it. */
    @Override
    protected List<SqlStatement> dropConstraint(DropConstraint operation, TableLookup tables) {
        if (operation.name() != null) {
            return super.dropConstraint(operation, tables);
        }
        return switch (operation.kind()) {
            case PRIMARY_KEY -> List.of(alterTable(operation.table(), "DROP PRIMARY KEY"));
            case UNIQUE -> List.of(alterTable(operation.table(), "DROP UNIQUE " + columns(operation)));
            default -> super.dropConstraint(operation, tables);
        };
    }

    private String columns(DropConstraint operation) {
        if (operation.before() instanceof UniqueConstraint unique) {
            return "(" + list(unique.columns()) + ")";
        }
        throw new RetortException(
                "Cannot drop a unique constraint of '%s' without its name or columns".formatted(operation.table()),
                "give the constraint its name in dropUnique(..)");
    }

    /** {@inheritDoc} Only the Enterprise Edition keeps the table writable meanwhile. */
    @Override
    protected List<SqlStatement> createIndex(CreateIndex operation, TableLookup tables) {
        return one("CREATE " + kind(operation.index()) + "INDEX " + index(operation.index())
                + (operation.concurrently() ? " ONLINE" : ""));
    }

    private String kind(Index index) {
        String method = index.method() == null ? "btree" : index.method().toLowerCase(Locale.ROOT);
        return switch (method) {
            case "btree" -> index.isUnique() ? "UNIQUE " : "";
            case "bitmap" -> "BITMAP ";
            default -> throw refuse("make index '%s' with the method '%s'".formatted(index.name(), index.method()));
        };
    }

    @Override
    protected List<SqlStatement> dropIndex(DropIndex operation, TableLookup tables) {
        return one("DROP INDEX " + spell(operation.table().sibling(operation.name()))
                + (operation.concurrently() ? " ONLINE" : ""));
    }

    @Override
    protected List<SqlStatement> createSequence(CreateSequence operation, TableLookup tables) {
        return one(OracleSequences.create(names(), operation.sequence()));
    }

    @Override
    protected List<SqlStatement> alterSequence(AlterSequence operation, TableLookup tables) {
        return OracleSequences.alter(names(), operation).map(SqlStatement::of).stream()
                .toList();
    }

    /** There are no named types: a column of one is text that is long enough for each word. */
    @Override
    protected List<SqlStatement> createEnum(CreateEnum operation, TableLookup tables) {
        return List.of();
    }

    @Override
    protected List<SqlStatement> alterEnum(AlterEnum operation, TableLookup tables) {
        throw new RetortException(
                "oracle cannot change the enum type '%s' by itself: columns that have it are text"
                        .formatted(operation.after().name()),
                "change each column that has it, with alterColumn(table, alter(name).type(enumOf(..)))");
    }

    @Override
    protected List<SqlStatement> dropEnum(DropEnum operation, TableLookup tables) {
        return List.of();
    }

    /** {@inheritDoc} One statement a row: before 23ai there is no list of rows, and INSERT ALL numbers all rows alike. */
    @Override
    protected List<SqlStatement> bulkInsert(BulkInsert operation, TableLookup tables) {
        if (operation.rows().isEmpty()) {
            return List.of();
        }
        List<String> columns = columns(operation.table(), operation.rows());
        String into = "INSERT INTO " + spell(operation.table()) + " ("
                + wrapped(columns.stream().map(names()::spell).toList()) + ") VALUES (";
        return operation.rows().stream()
                .map(row -> SqlStatement.of(into + wrapped(values(columns, row)) + ")"))
                .toList();
    }

    private List<String> values(List<String> columns, Map<String, @Nullable Object> row) {
        return columns.stream().map(name -> literals().spell(row.get(name))).toList();
    }

    /** Put commas between parts, and begin a new line where one becomes long. */
    private static String wrapped(List<String> parts) {
        var sql = new StringBuilder();
        int begin = 0;
        for (String part : parts) {
            if (sql.length() > 0) {
                boolean isLong = sql.length() - begin + part.length() > LONG_LINE;
                sql.append(isLong ? ",\n    " : ", ");
                begin = isLong ? sql.length() : begin;
            }
            sql.append(part);
        }
        return sql.toString();
    }
}
