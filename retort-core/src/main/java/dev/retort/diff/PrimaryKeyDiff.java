package dev.retort.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;

/**
 * Compares primary keys by the set of their columns: names and order of the columns tell no rows apart. A key that carries a
 * column which is dropped is made again without it, for the database would drop the key with the column.
 */
final class PrimaryKeyDiff {

    private final Comparison comparison;
    private final Touched touched;

    PrimaryKeyDiff(Comparison comparison, Touched touched) {
        this.comparison = comparison;
        this.touched = touched;
    }

    void compare(Table actual, Table desired) {
        PrimaryKey before = actual.primaryKey();
        PrimaryKey after = desired.primaryKey();
        if (columns(before).equals(columns(after))) {
            if (before != null) {
                carryLess(actual, before);
            }
            return;
        }
        if (before != null) {
            comparison.add(
                    Phase.DROP_KEYS,
                    new DropConstraint(actual.name(), ConstraintKind.PRIMARY_KEY, before.name(), before));
            touched.keyGone(actual.name(), before.columns());
        }
        if (after != null) {
            comparison.add(Phase.ADD_KEYS, new AddConstraint(actual.name(), after));
            touched.keyMade(actual.name(), after.columns());
            comparison.note("Makes %s the primary key of '%s': fails if two rows share a value, or one has none"
                    .formatted(after.columns(), actual.name()));
        }
    }

    private void carryLess(Table actual, PrimaryKey key) {
        List<String> carried = touched.staying(actual.name(), key.include());
        if (carried.size() < key.include().size()) {
            comparison.add(
                    Phase.DROP_KEYS, new DropConstraint(actual.name(), ConstraintKind.PRIMARY_KEY, key.name(), key));
            comparison.add(
                    Phase.ADD_KEYS, new AddConstraint(actual.name(), key.including(carried.toArray(String[]::new))));
            touched.keyGone(actual.name(), key.columns());
            touched.keyMade(actual.name(), key.columns());
            comparison.note("Makes the primary key of '%s' again without the columns it carries that are dropped"
                    .formatted(actual.name()));
        }
    }

    private Set<String> columns(@Nullable PrimaryKey key) {
        return new HashSet<>(comparison.keys(key == null ? List.of() : key.columns()));
    }
}
