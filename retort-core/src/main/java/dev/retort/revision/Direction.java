package dev.retort.revision;

/** Which way a step of a plan moves the database. */
public enum Direction {
    /** Runs {@code upgrade} of one revision. */
    UPGRADE,
    /** Runs {@code downgrade} of one revision. */
    DOWNGRADE,
    /** Changes rows of the version table only. */
    STAMP
}
