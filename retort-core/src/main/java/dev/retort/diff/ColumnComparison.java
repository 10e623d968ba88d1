package dev.retort.diff;

import java.util.Optional;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;

/** A person's own answer to the question whether two columns differ in one respect: their type, or their default. */
@FunctionalInterface
public interface ColumnComparison {

    /** Leaves every answer to the dialect. */
    ColumnComparison DIALECT = (table, actual, desired) -> Optional.empty();

    /** Holds all columns to be alike. */
    ColumnComparison NEVER = (table, actual, desired) -> Optional.of(false);

    /**
     * Compare two columns of one table.
     *
     * @return whether they differ, or nothing to leave the answer to the dialect
     */
    Optional<Boolean> differ(QualifiedName table, Column actual, Column desired);
}
