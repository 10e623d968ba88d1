package dev.retort.runtime;

import java.util.List;

import dev.retort.revision.Plan;

/** Says what must run for a database with these version rows; asked again once the lock is held. */
@FunctionalInterface
public interface Planner {

    /** Plan from {@code rows}, which are in order. */
    Plan plan(List<String> rows);
}
