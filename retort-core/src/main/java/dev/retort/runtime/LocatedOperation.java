package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
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

    /** List the operations without their places. */
    static List<Operation> plain(List<LocatedOperation> located) {
        List<Operation> operations = new ArrayList<>(located.size());
        for (LocatedOperation each : located) {
            operations.add(each.operation());
        }
        return operations;
    }

    /** Show the place as an editor understands it. */
    String place() {
        return line > 0 ? file + ":" + line : file;
    }

    /** Give a text that changes when the operation does; code and rows are told by their summary. */
    String fingerprint() {
        return Fingerprint.of(text());
    }

    /** The same in every process: neither addresses in memory nor the order of an unordered map may get in. */
    private String text() {
        if (operation instanceof Run || operation instanceof BulkInsert) {
            return operation.summary();
        }
        if (operation instanceof Execute execute) {
            var others = execute.perDialect();
            return "Execute[" + execute.sql() + ", " + (others.isEmpty() ? "{}" : new TreeMap<>(others)) + "]";
        }
        if (operation instanceof CreateTable create) {
            return new CreateTable(create.table().withInitialRows(List.of()), create.ifNotExists()).toString();
        }
        return operation.toString();
    }
}
