package dev.retort.runtime;

import dev.retort.operation.BulkInsert;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;

/**
 * An operation of a revision and the place it was written at.
 *
 * @param operation what is to be done
 * @param file the revision file as it is shown to a person
 * @param line the line, from 1, or 0 where it is not known
 */
record LocatedOperation(Operation operation, String file, int line) {

    /** Show the place as an editor understands it. */
    String place() {
        return line > 0 ? file + ":" + line : file;
    }

    /** Give a text that changes when the operation does; code and rows are told by their summary. */
    String fingerprint() {
        boolean told = operation instanceof Run || operation instanceof BulkInsert;
        return Fingerprint.of(told ? operation.summary() : operation.toString());
    }
}
