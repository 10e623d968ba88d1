package dev.retort.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: the code of one revision (none for a stamp), then the changes of the version table.
 *
 * @param direction which way
 * @param revision whose code runs, or {@code null} for a stamp
 * @param from ids to show left of the arrow: parents for an upgrade, the revision for a downgrade, rows for a stamp
 * @param to ids to show right of the arrow; empty means base
 * @param rowChanges what to do to the version table, in this order, each hitting exactly one row
 */
public record PlanStep(
        Direction direction,
        @Nullable RevisionHeader revision,
        List<String> from,
        List<String> to,
        List<RowChange> rowChanges) {

    /** Keep unmodifiable copies. */
    public PlanStep {
        from = List.copyOf(from);
        to = List.copyOf(to);
        rowChanges = List.copyOf(rowChanges);
    }
}
