package dev.retort.diff;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/** Tells whether an object takes part in the comparison; for one that does not, no operation is proposed. */
@FunctionalInterface
public interface ObjectFilter {

    /** Decide about one object. */
    boolean includes(Candidate candidate);

    /**
     * An object that may be compared.
     *
     * @param kind what it is
     * @param table its own name where it is a table, sequence or enum; else the table it belongs to
     * @param name its own name, or {@code null} where it has none
     * @param actual its record ({@code Table}, {@code Column}, {@code Index}, a constraint, {@code Sequence} or
     *     {@code EnumType}) in the actual schema, or {@code null} where only the model has it
     * @param desired its record in the desired schema, or {@code null} where only the database has it
     */
    record Candidate(
            ObjectKind kind,
            QualifiedName table,
            @Nullable String name,
            @Nullable Object actual,
            @Nullable Object desired) {}
}
