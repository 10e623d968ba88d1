package dev.retort.environment;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/**
 * A thing that a filter is asked about.
 *
 * @param kind what it is
 * @param owner the table it belongs to; its own name for a table, sequence or enum
 * @param name its own name, or {@code null} for a constraint without one
 */
public record SchemaObject(
        ObjectKind kind, QualifiedName owner, @Nullable String name) {

    /** Describe an object that belongs to no table, or is one. */
    static SchemaObject of(ObjectKind kind, QualifiedName name) {
        return new SchemaObject(kind, name, name.name());
    }
}
