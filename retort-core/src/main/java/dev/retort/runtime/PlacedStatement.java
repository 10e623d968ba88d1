package dev.retort.runtime;

import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Operation;

/**
 * A statement in its operation.
 *
 * @param number under which the journal knows it
 * @param place from 0, among those of {@code part}
 * @param single whether {@code part} has no other
 * @param last whether the operation is done with it
 */
record PlacedStatement(Operation part, SqlStatement statement, int number, int place, boolean single, boolean last) {}
