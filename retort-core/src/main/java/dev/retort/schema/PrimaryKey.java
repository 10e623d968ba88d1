package dev.retort.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The columns that tell a table's rows apart.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param columns in key order, never empty
 */
public record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public PrimaryKey named(String newName) {
        return new PrimaryKey(newName, columns);
    }
}
