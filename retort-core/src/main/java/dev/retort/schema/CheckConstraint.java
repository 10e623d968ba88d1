package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param expression SQL of this database, without the enclosing brackets
 * @param unvalidated whether the rows that were there before it were never looked at, where the database can do that
 */
public record CheckConstraint(@Nullable String name, String expression, boolean unvalidated) implements Constraint {

    /** Describe a condition that all rows meet. */
    public CheckConstraint(@Nullable String name, String expression) {
        this(name, expression, false);
    }

    /** Leave the rows that are there unlooked at. */
    public CheckConstraint notValid() {
        return new CheckConstraint(name, expression, true);
    }

    @Override
    public CheckConstraint named(String newName) {
        return new CheckConstraint(newName, expression, unvalidated);
    }
}
