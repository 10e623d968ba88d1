package dev.retort.environment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/**
 * What takes part in a comparison; what does not is left as it is in the database.
 *
 * @param include the only tables that take part; empty for all
 * @param exclude tables that do not take part, whatever {@code include} says
 * @param names asked about everything found in the database
 * @param objects asked about everything found in the database or the model
 */
public record Filters(
        List<TablePattern> include, List<TablePattern> exclude, List<NameFilter> names, List<ObjectFilter> objects) {

    /** Lets everything take part. */
    public static final Filters NONE = new Filters(List.of(), List.of(), List.of(), List.of());

    public Filters {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        names = List.copyOf(names);
        objects = List.copyOf(objects);
    }

    /** Tell whether a table takes part, as far as the patterns tell. */
    public boolean includes(QualifiedName table) {
        return (include.isEmpty() || anyOf(include, table)) && !anyOf(exclude, table);
    }

    /** Tell whether an object takes part, as far as the filters tell. */
    boolean includes(SchemaObject object, @Nullable Object actual, @Nullable Object desired) {
        if (actual != null) {
            for (NameFilter filter : names) {
                if (!filter.include(object)) {
                    return false;
                }
            }
        }
        for (ObjectFilter filter : objects) {
            if (!filter.include(object, actual, desired)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyOf(List<TablePattern> patterns, QualifiedName table) {
        for (TablePattern pattern : patterns) {
            if (pattern.matches(table)) {
                return true;
            }
        }
        return false;
    }
}
