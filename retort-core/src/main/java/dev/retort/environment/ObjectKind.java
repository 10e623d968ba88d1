package dev.retort.environment;

/** What kind of thing a filter is asked about. */
public enum ObjectKind {
    /** A table. */
    TABLE,
    /** A column of a table. */
    COLUMN,
    /** An index of a table. */
    INDEX,
    /** A unique constraint of a table. */
    UNIQUE_CONSTRAINT,
    /** A foreign key of a table. */
    FOREIGN_KEY,
    /** A CHECK of a table. */
    CHECK_CONSTRAINT,
    /** A sequence that belongs to no column. */
    SEQUENCE,
    /** A named enum type. */
    ENUM
}
