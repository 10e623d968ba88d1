package dev.retort.hibernate.zoo;

/** When somebody works. */
public enum Shift {
    MORNING,
    EVENING,
    NIGHT
}
