package dev.retort.runtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.PlanStep;

/**
 * What one step of a plan would do.
 *
 * @param step the step
 * @param operations what it does, in a few words each
 * @param statements how many statements that becomes, those on the version table not counted
 * @param exact whether it is exactly so many, not more: some statements depend on what the database holds
 * @param code the operations that are code of the revision, which may do anything
 * @param losses what it removes together with what it holds
 * @param irreversible why an upgrade cannot be taken back, or {@code null} if its downgrade does something
 * @param obstacle why the step cannot run at all, or {@code null} if nothing is known
 */
public record ForecastStep(
        PlanStep step,
        List<String> operations,
        int statements,
        boolean exact,
        List<String> code,
        List<String> losses,
        @Nullable String irreversible,
        @Nullable String obstacle) {

    public ForecastStep {
        operations = List.copyOf(operations);
        code = List.copyOf(code);
        losses = List.copyOf(losses);
    }
}
