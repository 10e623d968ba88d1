package dev.retort.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns whose values no two rows share.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param columns in order, never empty
 * @param nullsNotDistinct whether two {@code NULL}s count as the same value
 * @param include columns that its index carries but does not search, where the database can do that
 * @param deferral when it is checked, where the database leaves a choice
 */
public record UniqueConstraint(
        @Nullable String name, List<String> columns, boolean nullsNotDistinct, List<String> include, Deferral deferral)
        implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** Describe a constraint that is checked at once and carries nothing. */
    public UniqueConstraint(@Nullable String name, List<String> columns, boolean nullsNotDistinct) {
        this(name, columns, nullsNotDistinct, List.of(), Deferral.NOT_DEFERRABLE);
    }

    /** Count two {@code NULL}s as the same value. */
    public UniqueConstraint withNullsNotDistinct() {
        return new UniqueConstraint(name, columns, true, include, deferral);
    }

    /** Carry columns that are not searched. */
    public UniqueConstraint including(String... more) {
        return new UniqueConstraint(name, columns, nullsNotDistinct, List.of(more), deferral);
    }

    /** Check this constraint at the end of a transaction where {@code when} says so. */
    public UniqueConstraint deferrable(Deferral when) {
        return new UniqueConstraint(name, columns, nullsNotDistinct, include, when);
    }

    @Override
    public UniqueConstraint named(String newName) {
        return new UniqueConstraint(newName, columns, nullsNotDistinct, include, deferral);
    }
}
