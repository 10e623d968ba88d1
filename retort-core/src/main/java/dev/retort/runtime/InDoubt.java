package dev.retort.runtime;

/** What to do with a statement of which only a person can tell whether it took effect before the last run was killed. */
public enum InDoubt {
    /** Stop and say which statement it is. */
    ASK,
    /** It took effect: go on behind it. */
    APPLIED,
    /** It did not: run it again. */
    REPEAT
}
