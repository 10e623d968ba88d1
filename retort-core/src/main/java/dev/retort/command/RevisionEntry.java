package dev.retort.command;

import dev.retort.revision.RevisionDetail;

/**
 * A revision in a list.
 *
 * @param detail what the graph knows of it
 * @param current whether the database is known to be at it
 */
public record RevisionEntry(RevisionDetail detail, boolean current) {}
