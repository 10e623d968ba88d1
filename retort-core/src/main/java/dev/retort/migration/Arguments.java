package dev.retort.migration;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/** Looks at what a migration hands over, where it is handed over: later, nobody could say which line it was. */
final class Arguments {

    private Arguments() {}

    /**
     * Take a value that must be there.
     *
     * @param name the parameter's
     */
    static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("'%s' must not be null".formatted(name));
        }
        return value;
    }

    /** Take the name of something in the default schema. */
    static QualifiedName named(@Nullable String value, String name) {
        return QualifiedName.of(given(value, name));
    }
}
