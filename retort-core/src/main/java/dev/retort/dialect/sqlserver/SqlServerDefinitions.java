package dev.retort.dialect.sqlserver;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;

import dev.retort.RetortException;
import dev.retort.dialect.StandardDdl;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** How SQL Server spells the parts of a definition. Source: Transact-SQL reference, CREATE TABLE, CREATE INDEX. */
abstract class SqlServerDefinitions extends StandardDdl {

    SqlServerDefinitions(SqlServerNames names, SqlServerTypes types) {
        super(SqlServerDialect.NAME, names, types, new SqlServerLiterals());
    }

    /** {@inheritDoc} The columns of a primary key are said to reject {@code NULL}: here that does not go without saying. */
    @Override
    protected String tableBody(Table table) {
        if (table.primaryKey() == null) {
            return super.tableBody(table);
        }
        List<String> keys = keys(table.primaryKey().columns());
        return super.tableBody(table.withColumns(table.columns().stream()
                .map(column -> keys.contains(names().columnKey(column.name())) ? column.notNull() : column)
                .toList()));
    }

    /** List what tells columns apart. */
    final List<String> keys(List<String> columns) {
        return columns.stream().map(names()::columnKey).toList();
    }

    @Override
    protected String column(QualifiedName table, Column column) {
        if (column.generated() != null) {
            return spell(column.name()) + " " + computed(table, column, column.generated());
        }
        var sql = new StringBuilder(spell(column.name()))
                .append(' ')
                .append(columnType(column))
                .append(sorting(column))
                .append(nullability(column));
        if (column.numbering() != null) {
            sql.append(' ').append(identity(column.numbering()));
        }
        String value = SqlServerTypes.defaultValue(column);
        return value == null ? sql.toString() : sql + " DEFAULT " + value;
    }

    /** Spell the collation of a column, with a space in front, or give nothing. */
    final String sorting(Column column) {
        return column.collation() == null ? "" : " COLLATE " + collation(column.collation());
    }

    /** {@inheritDoc} What is left out depends on settings of the session and the database. */
    @Override
    protected String nullability(Column column) {
        return column.nullable() && column.numbering() == null ? " NULL" : " NOT NULL";
    }

    /** {@inheritDoc} The name of a collation is a word that no quotes may stand around. */
    @Override
    protected String collation(String name) {
        String held = names().catalog(name);
        if (!held.matches("\\w+")) {
            throw new RetortException(
                    "SQL Server has no collation '%s'".formatted(name), "name one that fn_helpcollations() lists");
        }
        return held;
    }

    @Override
    protected String identity(Identity identity) {
        if (identity.start() == null && identity.increment() == null) {
            return "IDENTITY";
        }
        return "IDENTITY(%d,%d)"
                .formatted(
                        Objects.requireNonNullElse(identity.start(), 1L),
                        Objects.requireNonNullElse(identity.increment(), 1L));
    }

    private String computed(QualifiedName table, Column column, Generated generated) {
        if (!column.nullable() && !generated.stored()) {
            throw new RetortException(
                    "SQL Server cannot reject NULL in column '%s.%s', which is computed at each read"
                            .formatted(table, column.name()),
                    "leave notNull() out, or let the column be stored");
        }
        return generated(generated) + (column.nullable() ? "" : " NOT NULL");
    }

    @Override
    protected String generated(Generated generated) {
        return "AS (" + generated.expression() + ")" + (generated.stored() ? " PERSISTED" : "");
    }

    /** {@inheritDoc} Here two {@code NULL}s always collide. */
    @Override
    protected String unique(UniqueConstraint unique) {
        return "UNIQUE (" + list(unique.columns()) + ")";
    }

    /** {@inheritDoc} Every constraint is checked at once, so that RESTRICT is NO ACTION. */
    @Override
    protected String action(String words, ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? "" : super.action(words, action);
    }

    @Override
    protected String deferral(Deferral deferral) {
        if (deferral != Deferral.NOT_DEFERRABLE) {
            throw refuse("check a constraint at the end of a transaction");
        }
        return "";
    }

    /** {@inheritDoc} Whether the rows are kept in its order stands elsewhere, and two {@code NULL}s always collide. */
    @Override
    protected String index(Index index) {
        return spell(index.name()) + " ON " + spell(index.table())
                + index.parts().stream().map(this::indexPart).collect(joining(", ", " (", ")"))
                + (index.include().isEmpty() ? "" : " INCLUDE (" + list(index.include()) + ")")
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    @Override
    protected String indexPart(IndexPart part) {
        if (part.expression()) {
            throw new RetortException(
                    "SQL Server cannot index the expression '%s'".formatted(part.text()),
                    "add a generated column for it and index that");
        }
        if (part.nullsFirst() != null) {
            throw refuse("choose where an index has its NULLs");
        }
        if (part.operatorClass() != null) {
            throw refuse("use the operator class '%s'".formatted(part.operatorClass()));
        }
        return super.indexPart(part);
    }
}
