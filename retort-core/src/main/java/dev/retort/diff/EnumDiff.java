package dev.retort.diff;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.DropEnum;
import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;

/** Compares named types; the order of their words alone is no difference. */
final class EnumDiff {

    private final Comparison comparison;

    EnumDiff(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare(Schema actual, Schema desired) {
        var remaining = new LinkedHashMap<String, EnumType>();
        for (EnumType type : actual.enums()) {
            if (comparison.sees(ObjectKind.ENUM, type.name(), type.name().name())) {
                remaining.put(comparison.key(type.name()), type);
            }
        }
        for (EnumType type : desired.enums()) {
            EnumType counterpart = remaining.remove(comparison.key(type.name()));
            if (comparison.includesDesired(
                    ObjectKind.ENUM, type.name(), type.name().name(), type, counterpart)) {
                if (counterpart == null) {
                    comparison.add(Phase.MAKE_TYPES, new CreateEnum(type));
                } else {
                    alter(counterpart, type);
                }
            }
        }
        remaining.values().forEach(this::drop);
    }

    private void alter(EnumType actual, EnumType desired) {
        if (new HashSet<>(actual.values()).equals(new HashSet<>(desired.values()))) {
            return;
        }
        comparison.add(Phase.MAKE_TYPES, new AlterEnum(actual, new EnumType(actual.name(), desired.values())));
        var removed = new LinkedHashSet<>(actual.values());
        desired.values().forEach(removed::remove);
        if (!removed.isEmpty()) {
            comparison.note("Takes %s out of enum '%s': fails if a row holds it".formatted(removed, actual.name()));
        }
    }

    private void drop(EnumType type) {
        if (comparison.includesActual(ObjectKind.ENUM, type.name(), type.name().name(), type)) {
            comparison.add(Phase.DROP_TYPES, new DropEnum(type.name(), type));
        }
    }
}
