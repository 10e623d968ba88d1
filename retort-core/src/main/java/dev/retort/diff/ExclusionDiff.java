package dev.retort.diff;

import java.util.regex.Pattern;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Table;

/** Adds exclusions that are missing. No entity can ask for one, so those of the database stay as long as their columns do. */
final class ExclusionDiff {

    private final Comparison comparison;
    private final Touched touched;

    ExclusionDiff(Comparison comparison, Touched touched) {
        this.comparison = comparison;
        this.touched = touched;
    }

    void compare(Table actual, Table desired) {
        for (ExclusionConstraint wanted : desired.exclusions()) {
            if (actual.exclusions().stream().noneMatch(exclusion -> same(exclusion, wanted))) {
                comparison.add(Phase.ADD_KEYS, new AddConstraint(actual.name(), wanted));
            }
        }
        for (ExclusionConstraint exclusion : actual.exclusions()) {
            if (actual.columns().stream().anyMatch(column -> loses(actual, exclusion, column))) {
                comparison.add(
                        Phase.DROP_KEYS,
                        new DropConstraint(actual.name(), ConstraintKind.EXCLUSION, exclusion.name(), exclusion));
            }
        }
    }

    private boolean same(ExclusionConstraint actual, ExclusionConstraint wanted) {
        String name = actual.name();
        boolean sameName =
                name != null && wanted.name() != null && comparison.key(name).equals(comparison.key(wanted.name()));
        return sameName || actual.definition().equals(wanted.definition());
    }

    private boolean loses(Table table, ExclusionConstraint exclusion, Column column) {
        String spelled = comparison.dialect().names().spell(column.name());
        return touched.isDropped(table.name(), column.name())
                && Pattern.compile("(?<![\\w\"])" + Pattern.quote(spelled) + "(?![\\w\"])")
                        .matcher(exclusion.definition())
                        .find();
    }
}
