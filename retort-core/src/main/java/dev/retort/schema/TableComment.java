package dev.retort.schema;

/**
 * What a table says of itself.
 *
 * @param text the comment, never empty
 */
public record TableComment(String text) implements TableElement {}
