package dev.retort.environment;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;

/** Decides whether two columns differ in one respect, their type or their default. */
@FunctionalInterface
public interface ColumnComparison {

    /** What a comparison found. */
    enum Verdict {
        /** They are the same; no operation is generated. */
        SAME,
        /** They differ, whatever the dialect thinks. */
        DIFFERENT,
        /** Let the dialect decide. */
        UNDECIDED
    }

    /**
     * Compare a column.
     *
     * @param table the table both belong to
     * @param actual the column in the database
     * @param desired the column in the model
     */
    Verdict compare(QualifiedName table, Column actual, Column desired);
}
