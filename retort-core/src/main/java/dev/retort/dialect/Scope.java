package dev.retort.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/**
 * What a {@link Reflector} is asked for.
 *
 * @param schemas schemas beside the default one, written as people write names
 * @param only the one table that is wanted, or {@code null} for all
 */
public record Scope(List<String> schemas, @Nullable QualifiedName only) {

    /** Everything in the default schema. */
    public static final Scope DEFAULT_SCHEMA = new Scope(List.of(), null);

    public Scope {
        schemas = List.copyOf(schemas);
    }

    /** Ask for one table alone, in whatever schema it is. */
    public static Scope table(QualifiedName name) {
        return new Scope(name.schema() == null ? List.of() : List.of(name.schema()), name);
    }
}
