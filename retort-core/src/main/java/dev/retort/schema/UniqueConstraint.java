package dev.retort.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns whose values no two rows share.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param columns in order, never empty
 * @param nullsNotDistinct whether two {@code NULL}s count as the same value
 */
public record UniqueConstraint(@Nullable String name, List<String> columns, boolean nullsNotDistinct)
        implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
    }

    /** Count two {@code NULL}s as the same value. */
    public UniqueConstraint withNullsNotDistinct() {
        return new UniqueConstraint(name, columns, true);
    }

    @Override
    public UniqueConstraint named(String newName) {
        return new UniqueConstraint(newName, columns, nullsNotDistinct);
    }
}
