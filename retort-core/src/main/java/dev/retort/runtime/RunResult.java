package dev.retort.runtime;

import java.util.List;

import dev.retort.revision.PlanStep;

/**
 * What a run did.
 *
 * @param applied the steps that were applied, in order
 * @param rows the version rows after it
 */
public record RunResult(List<PlanStep> applied, List<String> rows) {

    public RunResult {
        applied = List.copyOf(applied);
        rows = List.copyOf(rows);
    }
}
