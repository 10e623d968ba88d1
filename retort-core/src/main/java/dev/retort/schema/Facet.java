package dev.retort.schema;

/** A property of constraints that not every kind of model has words for. */
public enum Facet {
    /** What happens to a foreign key when the key it points to changes. */
    ON_UPDATE,
    /** When a constraint is checked. */
    DEFERRAL,
    /** Whether two {@code NULL}s count as the same value of a unique constraint. */
    NULLS_NOT_DISTINCT
}
