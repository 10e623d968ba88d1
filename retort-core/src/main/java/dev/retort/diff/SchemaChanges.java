package dev.retort.diff;

import java.util.List;

import dev.retort.operation.Operation;

/**
 * What has to be done for the actual schema to become the desired one.
 *
 * @param upgrade the operations, in an order in which a database accepts them
 * @param downgrade the operations that take them back, in order
 * @param notes what a person should know before running them, one sentence each without a full stop
 */
public record SchemaChanges(List<Operation> upgrade, List<Operation> downgrade, List<String> notes) {

    public SchemaChanges {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        notes = List.copyOf(notes);
    }

    /** Tell whether nothing has to be done. */
    public boolean isEmpty() {
        return upgrade.isEmpty();
    }
}
