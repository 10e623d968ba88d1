package dev.retort.environment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a run, as a callback sees it.
 *
 * @param kind {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param revision the id of the revision that was applied or taken back, or {@code null} for a stamp
 * @param message the revision's message, empty for a stamp
 * @param before the ids the step started from
 * @param after the ids the step arrived at
 */
public record AppliedStep(
        String kind, @Nullable String revision, String message, List<String> before, List<String> after) {

    public AppliedStep {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
