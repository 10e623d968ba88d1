package dev.retort.runtime;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.PlanStep;

/** Is told how a run goes on, in the run's own thread; every method does nothing unless it is overridden. */
public interface RunListener {

    /** A listener that does nothing. */
    RunListener NONE = new RunListener() {};

    /** Another runner holds the lock; called when waiting begins and whenever the holder changes. */
    default void waiting(@Nullable String holder) {}

    /** A revision is about to run; {@code resumedAt} is the first operation that remains, from 1. */
    default void started(PlanStep step, int resumedAt) {}

    /** A revision is applied and the version table says so. */
    default void finished(PlanStep step, Duration duration) {}
}
