package dev.retort.schema;

/**
 * A counter of its own.
 *
 * @param name what it is called
 * @param start the first number
 * @param increment the step, not 0
 */
public record Sequence(QualifiedName name, long start, long increment) {}
