package dev.retort.dialect.sqlite;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.UniqueConstraint;

/** Changes the definition of a table as an operation asks, piece by piece. */
final class TableEditor {

    private static final Clause NOT_NULL = Clause.of(Clause.Kind.NOT_NULL, "NOT NULL", "");

    private final SqliteNames names;
    private final SqliteTypes types;

    TableEditor(SqliteNames names, SqliteTypes types) {
        this.names = names;
        this.types = types;
    }

    /** Tell whether a change is more than a new name or comment. */
    static boolean needsRebuild(ColumnChange change) {
        return change.type() != null
                || change.nullable() != null
                || change.defaultSql() != null
                || change.numbering() != null
                || change.generated() != null
                || change.collation() != null;
    }

    /**
     * Change a column in all but its name.
     *
     * @throws RetortException if it is not there, or cannot be numbered
     */
    TableDefinition alter(TableDefinition table, AlterColumn operation) {
        String name = names.catalog(operation.column());
        ColumnDefinition before = table.column(name)
                .orElseThrow(() -> new RetortException(
                        "Table '%s' has no column '%s'".formatted(operation.table(), operation.column()),
                        "it has: "
                                + table.columns().stream()
                                        .map(ColumnDefinition::name)
                                        .collect(joining(", "))));
        ColumnChange change = operation.change();
        TableDefinition after = table.change(name, column -> edit(column, change));
        boolean numbered = change.numbering() == null
                ? table.numbersItself(before)
                : change.numbering().value() != null;
        if (numbered && (change.type() == null || isInteger(change))) {
            after = after.change(name, column -> column.withType("INTEGER"));
        }
        if (change.numbering() != null
                && change.numbering().value() != null
                && !after.column(name).map(after::numbersItself).orElse(false)) {
            throw new RetortException(
                    "sqlite cannot number column '%s.%s', which is not the whole primary key"
                            .formatted(operation.table(), operation.column()),
                    "make the column the primary key first");
        }
        return after;
    }

    /** Only a column of type {@code INTEGER} numbers itself; all whole numbers fit into one. */
    private boolean isInteger(ColumnChange change) {
        return change.type() instanceof SqlType.Int
                || (change.type() != null && types.spell(change.type()).endsWith("INT"));
    }

    private ColumnDefinition edit(ColumnDefinition before, ColumnChange change) {
        ColumnDefinition column = before;
        if (change.type() != null) {
            column = column.withType(types.spell(change.type()));
        }
        if (change.collation() != null) {
            String name = change.collation().value();
            column = set(column, Clause.Kind.COLLATE, name == null ? null : "COLLATE " + names.spell(name));
        }
        if (change.nullable() != null) {
            column = nullable(column, change.nullable());
        }
        if (change.defaultSql() != null) {
            String value = change.defaultSql().value();
            column = set(
                    column, Clause.Kind.DEFAULT, value == null ? null : "DEFAULT " + Expressions.spellDefault(value));
        }
        if (change.generated() != null) {
            column = column.without(Clause::isGenerated);
            var generated = change.generated().value();
            if (generated != null) {
                String text = "GENERATED ALWAYS AS (" + generated.expression() + ") "
                        + (generated.stored() ? "STORED" : "VIRTUAL");
                column = column.with(Clause.of(
                        generated.stored() ? Clause.Kind.GENERATED_STORED : Clause.Kind.GENERATED_VIRTUAL,
                        text,
                        generated.expression()));
            }
        }
        return column;
    }

    private static ColumnDefinition set(ColumnDefinition column, Clause.Kind kind, @Nullable String text) {
        ColumnDefinition without = column.without(clause -> clause.kind() == kind);
        return text == null ? without : without.with(Clause.of(kind, text, ""));
    }

    private static ColumnDefinition nullable(ColumnDefinition column, boolean nullable) {
        if (nullable) {
            return column.without(clause -> clause.kind() == Clause.Kind.NOT_NULL);
        }
        ColumnDefinition strict = column.without(clause -> clause.kind() == Clause.Kind.NULL);
        return strict.find(Clause.Kind.NOT_NULL).isPresent() ? strict : strict.with(NOT_NULL);
    }

    /** Add a constraint that is spelled as {@code text}; the columns of a primary key reject {@code NULL} from then on. */
    TableDefinition add(TableDefinition table, Constraint constraint, String text) {
        TableDefinition after = table.with(Clause.of(kind(ConstraintKind.of(constraint)), text, constraint));
        if (constraint instanceof PrimaryKey key) {
            for (String column : key.columns()) {
                after = after.change(names.catalog(column), definition -> nullable(definition, false));
            }
        }
        return after;
    }

    /**
     * Take a constraint away, found by its name, or by what it says.
     *
     * @throws RetortException if none or several are like it
     */
    TableDefinition drop(TableDefinition table, DropConstraint operation) {
        List<Clause> found = table.allClauses().stream()
                .filter(clause -> clause.kind() == kind(operation.kind()))
                .filter(clause -> isMeant(Objects.requireNonNull(clause.constraint()), operation))
                .toList();
        if (found.isEmpty() || (found.size() > 1 && operation.name() != null)) {
            throw new RetortException(
                    "Table '%s' has %s %s '%s'"
                            .formatted(
                                    operation.table(),
                                    found.isEmpty() ? "no" : "more than one",
                                    operation.kind().words(),
                                    operation.name() == null ? operation.before() : operation.name()),
                    "name one of those it has: "
                            + table.allClauses().stream()
                                    .filter(clause -> clause.kind() == kind(operation.kind()))
                                    .map(Clause::text)
                                    .collect(joining("; ")));
        }
        Clause unwanted = found.get(0);
        TableDefinition after = table.without(unwanted::equals);
        for (ColumnDefinition column : table.columns()) {
            if (operation.kind() == ConstraintKind.PRIMARY_KEY && table.numbersItself(column)) {
                after = after.change(column.name(), definition -> nullable(definition, false));
            }
        }
        return after;
    }

    private boolean isMeant(Constraint actual, DropConstraint operation) {
        if (operation.kind() == ConstraintKind.PRIMARY_KEY) {
            return true;
        }
        if (operation.name() != null) {
            return actual.name() != null
                    && names.columnKey(names.read(actual.name())).equals(names.columnKey(operation.name()));
        }
        Constraint before = operation.before();
        if (actual instanceof UniqueConstraint unique && before instanceof UniqueConstraint wanted) {
            return exactKeys(unique.columns()).equals(keys(wanted.columns()));
        }
        if (actual instanceof ForeignKey reference && before instanceof ForeignKey wanted) {
            return exactKeys(reference.columns()).equals(keys(wanted.columns()))
                    && names.tableKey(names.read(reference.target().name()))
                            .equals(names.tableKey(wanted.target().name()));
        }
        return actual instanceof CheckConstraint check
                && before instanceof CheckConstraint wanted
                && types.sameExpression(check.expression(), wanted.expression());
    }

    private List<String> keys(List<String> columns) {
        return columns.stream().map(names::columnKey).toList();
    }

    private List<String> exactKeys(List<String> catalogNames) {
        return catalogNames.stream().map(names::read).map(names::columnKey).toList();
    }

    private static Clause.Kind kind(ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> Clause.Kind.PRIMARY_KEY;
            case UNIQUE -> Clause.Kind.UNIQUE;
            case FOREIGN_KEY -> Clause.Kind.FOREIGN_KEY;
            case CHECK, EXCLUSION -> Clause.Kind.CHECK;
        };
    }

    /** Take away the constraints that a column is part of, as it would be when other databases drop the column. */
    TableDefinition withoutConstraintsOn(TableDefinition table, String column) {
        return table.without(clause -> clause.constraint() != null && mentions(clause.constraint(), column));
    }

    private static boolean mentions(Constraint constraint, String column) {
        if (constraint instanceof CheckConstraint check) {
            return Expressions.mentions(check.expression(), column);
        }
        List<String> columns = constraint instanceof PrimaryKey key
                ? key.columns()
                : constraint instanceof UniqueConstraint unique
                        ? unique.columns()
                        : ((ForeignKey) constraint).columns();
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }
}
