package dev.retort.migration;

import dev.retort.operation.Operation;

/**
 * An operation and the place where it was noted down.
 *
 * @param operation what is to be done
 * @param line the line of the revision file, from 1, or 0 where it is not known
 */
public record Step(Operation operation, int line) {}
