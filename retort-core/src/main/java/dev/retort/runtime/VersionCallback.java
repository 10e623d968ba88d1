package dev.retort.runtime;

import java.sql.Connection;

import dev.retort.revision.PlanStep;

/** Code of the user's that runs after a step's version rows were changed, in the same transaction. */
@FunctionalInterface
public interface VersionCallback {

    /**
     * React to a step.
     *
     * @param step what was applied
     * @param connection the run's connection; neither commit nor close it
     * @throws Exception whatever went wrong; the step fails with it
     */
    void onVersionApply(PlanStep step, Connection connection) throws Exception;
}
