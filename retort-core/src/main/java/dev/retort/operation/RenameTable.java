package dev.retort.operation;

import dev.retort.schema.QualifiedName;

/**
 * Give a table another name; it stays in its schema.
 *
 * @param table what it is called now
 * @param newName what it will be called
 */
public record RenameTable(QualifiedName table, String newName) implements Operation {

    @Override
    public Operation inverse() {
        return new RenameTable(table.sibling(newName), table.name());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameTable(this);
    }

    @Override
    public String summary() {
        return "rename table " + table + " to " + newName;
    }
}
