package dev.retort.hibernate.zoo;

/** How somebody feels. */
public enum Mood {
    GOOD,
    BAD
}
