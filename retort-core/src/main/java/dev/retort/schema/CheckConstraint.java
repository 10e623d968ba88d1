package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param expression SQL of this database, without the enclosing brackets
 */
public record CheckConstraint(@Nullable String name, String expression) implements Constraint {

    @Override
    public CheckConstraint named(String newName) {
        return new CheckConstraint(newName, expression);
    }
}
