package dev.retort.schema;

/**
 * How a column is computed from others of its row.
 *
 * @param expression SQL of this database
 * @param stored whether the value is kept, not computed at each read
 */
public record Generated(String expression, boolean stored) {}
