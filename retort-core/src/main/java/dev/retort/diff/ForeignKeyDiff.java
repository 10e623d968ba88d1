package dev.retort.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.Deferral;
import dev.retort.schema.Facet;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;

/** Compares foreign keys by what they say; their names only choose among several that say the same. */
final class ForeignKeyDiff {

    private final Comparison comparison;
    private final Touched touched;
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(QualifiedName table, ForeignKey foreignKey, ForeignKey wanted) {}

    ForeignKeyDiff(Comparison comparison, Touched touched) {
        this.comparison = comparison;
        this.touched = touched;
    }

    void compare(Table actual, Table desired) {
        Map<String, List<ForeignKey>> present = present(actual);
        Set<String> found = new HashSet<>();
        for (ForeignKey said : desired.foreignKeys()) {
            ForeignKey wanted = completed(said, actual);
            String signature = signature(wanted);
            List<ForeignKey> candidates = present.getOrDefault(signature, List.of());
            if (!candidates.isEmpty()) {
                ForeignKey counterpart = takeBest(candidates, wanted);
                kept.add(new Kept(actual.name(), counterpart, wanted));
                found.add(signature);
            } else if (!(found.contains(signature) && comparison.isImplicit(wanted.name()))
                    && comparison.includesDesired(ObjectKind.FOREIGN_KEY, actual.name(), wanted.name(), wanted, null)) {
                comparison.add(Phase.ADD_FOREIGN_KEYS, new AddConstraint(actual.name(), wanted));
            }
        }
        for (List<ForeignKey> surplus : present.values()) {
            for (ForeignKey foreignKey : surplus) {
                if (comparison.includesActual(ObjectKind.FOREIGN_KEY, actual.name(), foreignKey.name(), foreignKey)) {
                    drop(actual.name(), foreignKey);
                }
            }
        }
    }

    /**
     * Take away for a while every foreign key that stays but is in the way of another change. It comes back as the model
     * names it: a name that the server once chose may meanwhile have gone to another. That is before new foreign keys are
     * made, for the same reason.
     */
    void standAside() {
        boolean inPlace = comparison.dialect().altersReferencedColumns();
        for (Kept each : kept) {
            ForeignKey foreignKey = each.foreignKey();
            boolean isAltered = touched.isAltered(each.table(), foreignKey.columns())
                    || touched.isAltered(foreignKey.target(), foreignKey.targetColumns());
            boolean inTheWay = touched.losesTarget(foreignKey.target(), foreignKey.targetColumns())
                    || touched.mayHoldIndex(each.table(), foreignKey.columns())
                    || (isAltered && !inPlace);
            if (inTheWay) {
                drop(each.table(), foreignKey);
                comparison.add(Phase.RESTORE_FOREIGN_KEYS, new AddConstraint(each.table(), each.wanted()));
            }
        }
    }

    private void drop(QualifiedName table, ForeignKey foreignKey) {
        comparison.add(
                Phase.DROP_FOREIGN_KEYS,
                new DropConstraint(table, ConstraintKind.FOREIGN_KEY, foreignKey.name(), foreignKey));
    }

    private Map<String, List<ForeignKey>> present(Table actual) {
        var present = new LinkedHashMap<String, List<ForeignKey>>();
        for (ForeignKey foreignKey : actual.foreignKeys()) {
            if (comparison.sees(ObjectKind.FOREIGN_KEY, actual.name(), foreignKey.name())) {
                present.computeIfAbsent(signature(foreignKey), none -> new ArrayList<>())
                        .add(foreignKey);
            }
        }
        return present;
    }

    private ForeignKey takeBest(List<ForeignKey> candidates, ForeignKey wanted) {
        String name = wanted.name();
        for (ForeignKey candidate : candidates) {
            String candidateName = candidate.name();
            if (name != null && candidateName != null && comparison.key(name).equals(comparison.key(candidateName))) {
                candidates.remove(candidate);
                return candidate;
            }
        }
        return candidates.remove(0);
    }

    /** Of what the model has no words for, the key that is there keeps what it has. */
    private ForeignKey completed(ForeignKey said, Table actual) {
        boolean keepsUpdate = comparison.isUnsaid(Facet.ON_UPDATE) && said.onUpdate() == ReferentialAction.NO_ACTION;
        boolean keepsDeferral = comparison.isUnsaid(Facet.DEFERRAL) && said.deferral() == Deferral.NOT_DEFERRABLE;
        if (!keepsUpdate && !keepsDeferral) {
            return said;
        }
        for (ForeignKey present : actual.foreignKeys()) {
            if (ends(present).equals(ends(said))) {
                ForeignKey updated = keepsUpdate ? said.onUpdate(present.onUpdate()) : said;
                return keepsDeferral ? updated.deferrable(present.deferral()) : updated;
            }
        }
        return said;
    }

    private String signature(ForeignKey foreignKey) {
        return ends(foreignKey) + plain(foreignKey.onDelete()) + plain(foreignKey.onUpdate()) + foreignKey.deferral();
    }

    /** Give a text that is the same for keys between the same columns. */
    private String ends(ForeignKey foreignKey) {
        List<String> columns = foreignKey.columns();
        List<String> targets = foreignKey.targetColumns();
        List<String> pairs = IntStream.range(0, columns.size())
                .mapToObj(i -> comparison.key(columns.get(i))
                        + '\0'
                        + (i < targets.size() ? comparison.key(targets.get(i)) : ""))
                .sorted()
                .toList();
        return pairs + comparison.key(foreignKey.target());
    }

    private ReferentialAction plain(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT && !comparison.dialect().distinguishesRestrict()
                ? ReferentialAction.NO_ACTION
                : action;
    }
}
