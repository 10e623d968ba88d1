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

/** Compares primary keys by the set of their columns: names and order of the columns tell no rows apart. */
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

    private Set<String> columns(@Nullable PrimaryKey key) {
        return new HashSet<>(comparison.keys(key == null ? List.of() : key.columns()));
    }
}
