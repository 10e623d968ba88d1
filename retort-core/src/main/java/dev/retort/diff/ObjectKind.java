package dev.retort.diff;

/** The kinds of object that filters tell apart. */
public enum ObjectKind {
    TABLE,
    COLUMN,
    INDEX,
    UNIQUE_CONSTRAINT,
    FOREIGN_KEY,
    CHECK_CONSTRAINT,
    SEQUENCE,
    ENUM
}
