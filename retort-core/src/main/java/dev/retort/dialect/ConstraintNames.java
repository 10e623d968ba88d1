package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.retort.RetortException;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** Finds what the database called a constraint that was made without a name. */
public final class ConstraintNames {

    private ConstraintNames() {}

    /**
     * Give the name of the constraint to drop: the operation's own, or that of the constraint which is like its
     * {@code before} in the table as it is now.
     *
     * @throws RetortException if it has no name and none or several are like it, or the table is not known
     */
    public static String find(DropConstraint operation, TableLookup tables, Names names, Types types) {
        if (operation.name() != null) {
            return operation.name();
        }
        Table table = tables.find(operation.table())
                .orElseThrow(() -> new RetortException(
                        "Cannot drop a %s of '%s' without its name: the table is not known here"
                                .formatted(operation.kind().words(), operation.table()),
                        "give the constraint its name in dropConstraint(..)"));
        List<String> found = alike(operation, table, names, types);
        if (found.size() != 1) {
            throw new RetortException(
                    "Cannot drop a %s of '%s' without its name: %s"
                            .formatted(
                                    operation.kind().words(),
                                    operation.table(),
                                    found.isEmpty() ? "no such constraint is there" : "several are alike: " + found),
                    "give the constraint its name in dropConstraint(..)");
        }
        return found.get(0);
    }

    /** List the names of the constraints of {@code table} which are like the one that the operation drops. */
    public static List<String> alike(DropConstraint operation, Table table, Names names, Types types) {
        return constraints(table).stream()
                .filter(constraint -> alike(constraint, operation, names, types))
                .map(Constraint::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Constraint> constraints(Table table) {
        var constraints = new ArrayList<Constraint>();
        if (table.primaryKey() != null) {
            constraints.add(table.primaryKey());
        }
        constraints.addAll(table.uniques());
        constraints.addAll(table.foreignKeys());
        constraints.addAll(table.checks());
        constraints.addAll(table.exclusions());
        return constraints;
    }

    private static boolean alike(Constraint actual, DropConstraint operation, Names names, Types types) {
        Constraint before = operation.before();
        if (actual instanceof PrimaryKey) {
            return operation.kind() == ConstraintKind.PRIMARY_KEY;
        }
        if (actual instanceof UniqueConstraint unique && before instanceof UniqueConstraint wanted) {
            return keys(unique.columns(), names).equals(keys(wanted.columns(), names));
        }
        if (actual instanceof ForeignKey foreignKey && before instanceof ForeignKey wanted) {
            return keys(foreignKey.columns(), names).equals(keys(wanted.columns(), names))
                    && names.tableKey(foreignKey.target().name())
                            .equals(names.tableKey(wanted.target().name()));
        }
        if (actual instanceof ExclusionConstraint exclusion && before instanceof ExclusionConstraint wanted) {
            return exclusion.definition().equals(wanted.definition());
        }
        return actual instanceof CheckConstraint check
                && before instanceof CheckConstraint wanted
                && types.sameExpression(check.expression(), wanted.expression());
    }

    private static List<String> keys(List<String> columns, Names names) {
        return columns.stream().map(names::columnKey).toList();
    }
}
