package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A comparison that no two rows may both answer with yes, as PostgreSQL has it.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param definition SQL of this database behind {@code EXCLUDE}: {@code USING gist (room WITH =, during WITH &&)}
 */
public record ExclusionConstraint(@Nullable String name, String definition) implements Constraint {

    @Override
    public ExclusionConstraint named(String newName) {
        return new ExclusionConstraint(newName, definition);
    }
}
