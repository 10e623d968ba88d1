package dev.retort.diff;

import java.util.LinkedHashMap;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;

/** Compares the counters that do not belong to a column. */
final class SequenceDiff {

    private final Comparison comparison;

    SequenceDiff(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare(Schema actual, Schema desired) {
        var remaining = new LinkedHashMap<String, Sequence>();
        for (Sequence sequence : actual.sequences()) {
            if (comparison.sees(
                    ObjectKind.SEQUENCE, sequence.name(), sequence.name().name())) {
                remaining.put(comparison.key(sequence.name()), sequence);
            }
        }
        for (Sequence sequence : desired.sequences()) {
            Sequence counterpart = remaining.remove(comparison.key(sequence.name()));
            String name = sequence.name().name();
            if (comparison.includesDesired(ObjectKind.SEQUENCE, sequence.name(), name, sequence, counterpart)) {
                if (counterpart == null) {
                    comparison.add(Phase.MAKE_TYPES, new CreateSequence(sequence));
                } else {
                    alter(counterpart, sequence);
                }
            }
        }
        remaining.values().forEach(this::drop);
    }

    /** Ends that the model does not speak of stay. */
    private void alter(Sequence actual, Sequence desired) {
        var after = new Sequence(
                actual.name(),
                desired.start(),
                desired.increment(),
                desired.minimum() == null ? actual.minimum() : desired.minimum(),
                desired.maximum() == null ? actual.maximum() : desired.maximum(),
                actual.cycles() || desired.cycles());
        if (!after.equals(actual)) {
            comparison.add(Phase.MAKE_TYPES, new AlterSequence(actual, after));
        }
    }

    private void drop(Sequence sequence) {
        if (comparison.includesActual(
                ObjectKind.SEQUENCE, sequence.name(), sequence.name().name(), sequence)) {
            comparison.add(Phase.DROP_TYPES, new DropSequence(sequence.name(), sequence));
            comparison.note("Drops sequence '%s': where it stands is lost".formatted(sequence.name()));
        }
    }
}
