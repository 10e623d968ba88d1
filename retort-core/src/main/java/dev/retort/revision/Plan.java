package dev.retort.revision;

import java.util.List;

/**
 * What a run does, in order.
 *
 * @param steps the steps; empty when there is nothing to do
 */
public record Plan(List<PlanStep> steps) {

    /** Keep an unmodifiable copy. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Tell whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
