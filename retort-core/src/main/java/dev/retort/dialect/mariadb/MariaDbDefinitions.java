package dev.retort.dialect.mariadb;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.retort.RetortException;
import dev.retort.dialect.Names;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** How MariaDB spells the parts of a definition. Source: MariaDB Knowledge Base, CREATE TABLE. */
abstract class MariaDbDefinitions extends StandardDdl {

    private static final Pattern OPERAND =
            Pattern.compile("[-+]?[\\w.]+(\\s*\\(\\s*\\d?\\s*\\))?|[bxnBXN]?'([^'\\\\]|''|\\\\.)*'", Pattern.DOTALL);
    private static final Pattern ON_UPDATE = Pattern.compile("(?is)(.*?)\\s+on\\s+update\\s+(.*)");

    private static final MariaDbLiterals LITERALS = new MariaDbLiterals();

    MariaDbDefinitions(Names names, MariaDbTypes types) {
        super(MariaDbDialect.NAME, names, types, LITERALS);
    }

    @Override
    public List<SqlStatement> statements(Operation operation, TableLookup tables) {
        return super.statements(operation, tables).stream()
                .map(LITERALS::settled)
                .toList();
    }

    /** Spell a default for {@code DEFAULT}: an expression needs brackets, ON UPDATE and INVISIBLE may follow. */
    static String defaultValue(String sql) {
        String attributes = ColumnAttributes.of(sql);
        if (!attributes.isEmpty()) {
            return defaultValue(ColumnAttributes.withoutAttributes(sql)) + attributes;
        }
        String text = sql.strip();
        var onUpdate = ON_UPDATE.matcher(text);
        if (onUpdate.matches()) {
            return defaultValue(onUpdate.group(1)) + " ON UPDATE " + onUpdate.group(2);
        }
        return OPERAND.matcher(text).matches() || text.startsWith("(") ? text : "(" + text + ")";
    }

    @Override
    protected String tableBody(Table table) {
        var inline = table.checks().stream()
                .filter(check -> columnChecked(table, check))
                .toList();
        var lines = new ArrayList<String>();
        for (Column column : table.columns()) {
            var own = inline.stream()
                    .filter(check -> columnKey(check).equals(names().columnKey(column.name())))
                    .toList();
            lines.add(column(table.name(), column)
                    + own.stream().map(this::inlineCheck).reduce("", String::concat));
        }
        if (table.primaryKey() != null) {
            lines.add(constraint(table.primaryKey()));
        }
        table.uniques().forEach(unique -> lines.add(constraint(unique)));
        table.foreignKeys().forEach(foreignKey -> lines.add(constraint(foreignKey)));
        table.checks().stream().filter(check -> !inline.contains(check)).forEach(check -> lines.add(constraint(check)));
        return "\n    " + String.join(",\n    ", lines) + "\n";
    }

    /** Spell a check that is part of a column's definition. */
    final String inlineCheck(CheckConstraint check) {
        return " " + check(check);
    }

    /** Tell whether a check is named as a column is, which is what MariaDB calls those that are part of a column. */
    final boolean columnChecked(Table table, CheckConstraint check) {
        return table.columns().stream()
                .anyMatch(column -> names().columnKey(column.name()).equals(columnKey(check)));
    }

    final String columnKey(CheckConstraint check) {
        return check.name() == null ? "" : names().columnKey(check.name());
    }

    @Override
    protected String tableOptions(Table table) {
        String options = table.columns().stream()
                .map(Column::numbering)
                .filter(numbering -> numbering != null && numbering.start() != null && numbering.start() != 1)
                .map(numbering -> " AUTO_INCREMENT=" + numbering.start())
                .findFirst()
                .orElse("");
        return table.comment() == null ? options : options + " COMMENT=" + comment(table.comment());
    }

    @Override
    protected String column(QualifiedName table, Column column) {
        var sql = new StringBuilder(spell(column.name())).append(' ').append(columnType(column));
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(collation(column.collation()));
        }
        if (column.generated() != null) {
            sql.append(' ').append(generated(column.generated()));
        } else {
            sql.append(nullability(column));
        }
        if (column.defaultSql() != null && column.generated() == null) {
            sql.append(" DEFAULT ").append(defaultValue(column.defaultSql()));
        }
        if (column.numbering() != null) {
            sql.append(' ').append(identity(column.numbering()));
        }
        if (column.comment() != null) {
            sql.append(" COMMENT ").append(comment(column.comment()));
        }
        return sql.toString();
    }

    /** {@inheritDoc} The words of an enum are literals, as comments are: the grammar takes nothing else there. */
    @Override
    protected String columnType(Column column) {
        String type = super.columnType(column);
        return column.type() instanceof SqlType.Enumeration words && type.indexOf('\\') >= 0
                ? "enum(" + words.values().stream().map(LITERALS::unsettled).collect(joining(",")) + ")"
                : type;
    }

    /** Spell a comment. */
    static String comment(String text) {
        return LITERALS.unsettled(text);
    }

    /** {@inheritDoc} Before 10.10 a {@code timestamp} rejects {@code NULL} unless told otherwise. */
    @Override
    protected String nullability(Column column) {
        boolean isTimestamp = column.type() instanceof SqlType.Timestamp timestamp && timestamp.withZone();
        return column.nullable() && isTimestamp ? " NULL" : super.nullability(column);
    }

    @Override
    protected String identity(Identity identity) {
        if (identity.increment() != null && identity.increment() != 1) {
            throw new RetortException(
                    "MariaDB cannot number a column in steps of %d".formatted(identity.increment()),
                    "use a sequence, or leave the increment out");
        }
        return "AUTO_INCREMENT";
    }

    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    @Override
    protected String unique(UniqueConstraint unique) {
        if (unique.nullsNotDistinct()) {
            throw refuse("let two NULLs collide in a unique constraint");
        }
        return "UNIQUE (" + list(unique.columns()) + ")";
    }

    @Override
    protected String deferral(Deferral deferral) {
        if (deferral != Deferral.NOT_DEFERRABLE) {
            throw refuse("check a foreign key at the end of a transaction");
        }
        return "";
    }

    @Override
    protected String indexPart(IndexPart part) {
        if (part.expression()) {
            throw new RetortException(
                    "MariaDB cannot index the expression '%s'".formatted(part.text()),
                    "add a generated column for it and index that");
        }
        if (part.nullsFirst() != null) {
            throw refuse("choose where an index has its NULLs");
        }
        return super.indexPart(part);
    }

    /** List the checks that are part of a column, as far as the table is known. */
    final List<CheckConstraint> checksOf(Table table, String column) {
        return table.checks().stream()
                .filter(check -> columnKey(check).equals(names().columnKey(column)))
                .toList();
    }
}
