package dev.retort.environment;

import org.jspecify.annotations.Nullable;

/** Decides whether something in the database or the model takes part in the comparison. */
@FunctionalInterface
public interface ObjectFilter {

    /**
     * Tell whether an object takes part. What does not is left as it is in the database.
     *
     * @param object what it is and what it is called
     * @param actual its description in the database (a {@code Table}, {@code Column}, {@code Index} ...), or {@code null}
     * @param desired its description in the model, or {@code null}
     */
    boolean include(SchemaObject object, @Nullable Object actual, @Nullable Object desired);
}
