package dev.retort.dialect.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.SqlType;

/**
 * How Oracle changes a column: {@code MODIFY} names what changes and keeps the rest of a column. To say again what is so already is a
 * failure. Source: SQL Language Reference, ALTER TABLE, modify_column_clauses.
 */
abstract class OracleColumns extends OracleDefinitions {

    private static final int ALREADY_NOT_NULL = -1442;
    private static final int ALREADY_NULL = -1451;

    OracleColumns(OracleNames names, OracleTypes types) {
        super(names, types);
    }

    @Override
    protected List<SqlStatement> alterColumn(AlterColumn operation, TableLookup tables) {
        var statements = new ArrayList<>(modifications(operation, tables));
        if (operation.change().comment() != null) {
            statements.addAll(commentColumn(
                    operation.table(),
                    operation.column(),
                    operation.change().comment().value()));
        }
        String newName = operation.change().name();
        if (newName != null) {
            requireUsable(operation.table(), newName);
            statements.add(alterTable(
                    operation.table(), "RENAME COLUMN " + spell(operation.column()) + " TO " + spell(newName)));
        }
        return statements;
    }

    private List<SqlStatement> modifications(AlterColumn operation, TableLookup tables) {
        ColumnChange change = operation.change();
        if (change.using() != null) {
            throw new RetortException(
                    "Oracle cannot turn the values of '%s.%s' into others by an expression"
                            .formatted(operation.table(), operation.column()),
                    "add a column, fill it with execute(\"UPDATE ...\"), drop this one and rename");
        }
        Optional<Column> before = before(operation, tables);
        var statements = new ArrayList<SqlStatement>();
        boolean endsNumbering = change.numbering() != null && change.numbering().value() == null;
        if (endsNumbering) {
            statements.add(modify(operation, " DROP IDENTITY"));
        }
        String changes = type(operation, before)
                + collation(change)
                + generated(operation, before)
                + defaultValue(change)
                + (endsNumbering ? "" : nullability(operation, before));
        if (!changes.isEmpty()) {
            statements.add(modify(operation, changes));
        }
        if (endsNumbering) {
            statements.addAll(nullabilityAfterNumbering(operation, before));
        } else if (change.numbering() != null) {
            statements.add(modify(
                    operation, " " + numbering(operation, change.numbering().value(), before)));
        }
        return statements;
    }

    private SqlStatement modify(AlterColumn operation, String changes) {
        return alterTable(operation.table(), "MODIFY " + spell(operation.column()) + changes);
    }

    /** Only where it matters is the past asked what the column was. */
    private Optional<Column> before(AlterColumn operation, TableLookup tables) {
        ColumnChange change = operation.change();
        boolean matters = change.type() != null
                || change.nullable() != null
                || change.numbering() != null
                || change.generated() != null;
        return matters ? tables.before(operation, names()) : Optional.empty();
    }

    private String type(AlterColumn operation, Optional<Column> before) {
        SqlType after = operation.change().type();
        if (after == null) {
            return "";
        }
        String spelled = spell(after);
        SqlType old = before.map(Column::type).orElse(null);
        if (old != null && spelled.equals(spell(old))) {
            return "";
        }
        if (old != null && (oracleTypes().isLarge(old) || oracleTypes().isLarge(after))) {
            throw new RetortException(
                    "Oracle cannot turn '%s.%s' from %s into %s"
                            .formatted(operation.table(), operation.column(), spell(old), spelled),
                    "add a column, fill it with execute(\"UPDATE ...\"), drop this one and rename");
        }
        return " " + spelled;
    }

    private String collation(ColumnChange change) {
        if (change.collation() == null) {
            return "";
        }
        String name = change.collation().value();
        return " COLLATE " + (name == null ? "USING_NLS_COMP" : collation(name));
    }

    private String generated(AlterColumn operation, Optional<Column> before) {
        if (operation.change().generated() == null) {
            return "";
        }
        Generated after = operation.change().generated().value();
        boolean wasPlain = before.isPresent() && before.get().generated() == null;
        if (after == null || wasPlain) {
            throw new RetortException(
                    "Oracle cannot %s computing '%s.%s'"
                            .formatted(after == null ? "stop" : "begin", operation.table(), operation.column()),
                    "drop the column and add it anew");
        }
        return " " + generated(after);
    }

    private static String defaultValue(ColumnChange change) {
        if (change.defaultSql() == null) {
            return "";
        }
        String sql = change.defaultSql().value();
        return " DEFAULT " + (sql == null ? "NULL" : OracleTypes.truth(sql));
    }

    /** What the operation itself says it was is taken as it is meant: this changes. */
    private static String nullability(AlterColumn operation, Optional<Column> before) {
        Boolean nullable = operation.change().nullable();
        boolean isSoAlready = operation.before() == null
                && before.isPresent()
                && Objects.equals(before.get().nullable(), nullable);
        return nullable == null || isSoAlready ? "" : nullable ? " NULL" : " NOT NULL";
    }

    /** With the numbering goes the NOT NULL that it brought, but perhaps not one that was written down too. */
    private List<SqlStatement> nullabilityAfterNumbering(AlterColumn operation, Optional<Column> before) {
        Boolean changed = operation.change().nullable();
        Boolean nullable =
                changed != null ? changed : before.map(Column::nullable).orElse(null);
        if (nullable == null) {
            return List.of();
        }
        String sql = modify(operation, nullable ? " NULL" : " NOT NULL").sql();
        return List.of(SqlStatement.of(OracleBlocks.unlessDone(sql, nullable ? ALREADY_NULL : ALREADY_NOT_NULL)));
    }

    /** What is not said goes on as it is; to name the start would begin again from there. */
    private String numbering(AlterColumn operation, @Nullable Identity after, Optional<Column> before) {
        Identity old = before.map(Column::numbering).orElse(null);
        if (before.isPresent() && old == null) {
            throw new RetortException(
                    "Oracle cannot begin to number '%s.%s', which is there already"
                            .formatted(operation.table(), operation.column()),
                    "make a sequence, and let the column's default be its NEXTVAL");
        }
        Identity wanted = Objects.requireNonNull(after);
        Long start = old != null && Objects.equals(old.start(), wanted.start()) ? null : wanted.start();
        Long increment = old != null && Objects.equals(old.increment(), wanted.increment()) ? null : wanted.increment();
        return identity(new Identity(wanted.always(), start, increment));
    }
}
