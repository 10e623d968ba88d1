package dev.retort.diff;

import java.util.List;

import dev.retort.dialect.Names;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;

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

    /**
     * Give a name to every constraint that is added without one. Where code runs, it can ask the database what it called
     * them; plain SQL cannot, and has to drop them by their names.
     *
     * @param names what the database keeps of a name
     * @param actual what is there, whose names are taken
     */
    public SchemaChanges withNamedConstraints(Names names, Schema actual) {
        return ConstraintNaming.apply(this, names, actual);
    }

    /** Tell whether nothing has to be done. */
    public boolean isEmpty() {
        return upgrade.isEmpty();
    }
}
