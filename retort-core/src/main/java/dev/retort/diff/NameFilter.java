package dev.retort.diff;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/** Tells by its name whether an object of the actual schema is looked at. What the model asks for is not asked about. */
@FunctionalInterface
public interface NameFilter {

    /**
     * Decide about one object.
     *
     * @param kind what it is
     * @param table its own name where it is a table, sequence or enum; else the table it belongs to
     * @param name its own name, or {@code null} where it has none
     * @return whether it is compared
     */
    boolean includes(ObjectKind kind, QualifiedName table, @Nullable String name);
}
