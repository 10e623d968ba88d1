package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.retort.revision.PlanStep;

/** The steps of one run that are done, and how many of them no rollback can take back. */
final class AppliedSteps {

    private final List<PlanStep> steps = new ArrayList<>();
    private int committed;

    void add(PlanStep step) {
        steps.add(step);
    }

    void remove(PlanStep step) {
        steps.remove(step);
    }

    /** Note that all steps so far were committed. */
    void committed() {
        committed = steps.size();
    }

    List<PlanStep> all() {
        return steps;
    }

    /** Say what becomes of the steps before one that failed; empty if there are none. */
    String fate() {
        int takenBack = steps.size() - committed;
        String stay = committed == 0 ? "" : revisions(committed, "stays", "stay") + " applied";
        return takenBack == 0 ? stay : stay + revisions(takenBack, "was", "were") + " taken back too";
    }

    private static String revisions(int number, String one, String several) {
        return "; %d %s before it in this run %s"
                .formatted(number, number == 1 ? "revision" : "revisions", number == 1 ? one : several);
    }
}
