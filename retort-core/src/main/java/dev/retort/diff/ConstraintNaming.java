package dev.retort.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.dialect.ReadableNames;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** Gives names to the constraints that are added without one, so that SQL alone can drop them again. */
final class ConstraintNaming {

    private final Names names;
    private final Set<String> taken = new HashSet<>();
    private final List<Added> added = new ArrayList<>();

    /** A constraint that had no name, on its table, and the same with one. */
    private record Added(QualifiedName table, Constraint constraint, Constraint named) {}

    private ConstraintNaming(Names names) {
        this.names = names;
    }

    static SchemaChanges apply(SchemaChanges changes, Names names, Schema actual) {
        var naming = new ConstraintNaming(names);
        actual.tables().forEach(naming::take);
        List<Operation> upgrade = changes.upgrade().stream().map(naming::added).toList();
        List<Operation> downgrade =
                changes.downgrade().stream().map(naming::dropped).toList();
        return new SchemaChanges(upgrade, downgrade, changes.notes());
    }

    private void take(Table table) {
        table.elements().forEach(element -> {
            if (element instanceof Constraint constraint && constraint.name() != null) {
                taken.add(names.columnKey(constraint.name()));
            }
        });
        table.indexes().forEach(index -> taken.add(names.columnKey(index.name())));
    }

    private Operation added(Operation operation) {
        if (!(operation instanceof AddConstraint add) || add.constraint().name() != null) {
            return operation;
        }
        Constraint constraint = add.constraint().named(free(add));
        added.add(new Added(add.table(), add.constraint(), constraint));
        return new AddConstraint(add.table(), constraint);
    }

    private Operation dropped(Operation operation) {
        if (!(operation instanceof DropConstraint drop) || drop.name() != null) {
            return operation;
        }
        @Nullable Added taken = takenBack(drop);
        if (taken == null) {
            return operation;
        }
        added.remove(taken);
        return new DropConstraint(drop.table(), drop.kind(), taken.named().name(), taken.named());
    }

    /**
     * Find what a way back takes back. It goes backwards, and may know a check by the expression that the database makes of
     * it, so the one that was added last counts where none is equal.
     */
    private @Nullable Added takenBack(DropConstraint drop) {
        Added last = null;
        for (Added each : added) {
            if (each.table().equals(drop.table()) && ConstraintKind.of(each.constraint()) == drop.kind()) {
                if (each.constraint().equals(drop.before())) {
                    return each;
                }
                last = each;
            }
        }
        return last;
    }

    private String free(AddConstraint add) {
        List<String> words = new ArrayList<>(columns(add.constraint()));
        String name = name(add, words);
        for (int number = 2; !taken.add(names.columnKey(name)); number++) {
            List<String> numbered = new ArrayList<>(words);
            numbered.add(String.valueOf(number));
            name = name(add, numbered);
        }
        return name;
    }

    private String name(AddConstraint add, List<String> words) {
        return ReadableNames.of(names, kind(add.constraint()), add.table().name(), words);
    }

    private static String kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "pk";
        }
        if (constraint instanceof ForeignKey) {
            return "fk";
        }
        if (constraint instanceof UniqueConstraint) {
            return "uq";
        }
        return constraint instanceof ExclusionConstraint ? "ex" : "ck";
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof ForeignKey foreignKey) {
            return foreignKey.columns();
        }
        return constraint instanceof UniqueConstraint unique ? unique.columns() : List.of();
    }
}
