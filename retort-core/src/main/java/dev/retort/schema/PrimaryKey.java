package dev.retort.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The columns that tell a table's rows apart.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param columns in key order, never empty
 * @param include columns that its index carries but does not search, where the database can do that
 * @param deferral when it is checked, where the database leaves a choice
 */
public record PrimaryKey(@Nullable String name, List<String> columns, List<String> include, Deferral deferral)
        implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** Describe a key that is checked at once and carries nothing. */
    public PrimaryKey(@Nullable String name, List<String> columns) {
        this(name, columns, List.of(), Deferral.NOT_DEFERRABLE);
    }

    /** Carry columns that are not searched. */
    public PrimaryKey including(String... more) {
        return new PrimaryKey(name, columns, List.of(more), deferral);
    }

    /** Check this key at the end of a transaction where {@code when} says so. */
    public PrimaryKey deferrable(Deferral when) {
        return new PrimaryKey(name, columns, include, when);
    }

    @Override
    public PrimaryKey named(String newName) {
        return new PrimaryKey(newName, columns, include, deferral);
    }
}
