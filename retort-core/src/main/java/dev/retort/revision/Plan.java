package dev.retort.revision;

import java.util.List;
import java.util.Objects;

/**
 * What a run does, in order.
 *
 * @param steps the steps; empty when there is nothing to do
 */
public record Plan(List<PlanStep> steps) {

    /** Keep an unmodifiable copy. */
    public Plan {
        steps = steps instanceof UpgradeSteps ? steps : List.copyOf(steps);
    }

    /** List the revisions whose code runs, in order; a stamp has none. */
    public List<String> revisionIds() {
        return steps.stream()
                .filter(step -> step.direction() != Direction.STAMP)
                .map(PlanStep::revision)
                .filter(Objects::nonNull)
                .map(RevisionHeader::id)
                .toList();
    }

    /** Tell whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
