package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** A rule that a table's rows obey. */
public sealed interface Constraint extends TableElement
        permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

    /** Give the constraint's name, or {@code null} where the database is to choose it. */
    @Nullable
    String name();

    /** Give this constraint another name. */
    Constraint named(String name);
}
