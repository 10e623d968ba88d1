package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;

/**
 * Add a column to a table.
 *
 * @param table the table
 * @param column the column to add
 */
public record AddColumn(QualifiedName table, Column column) implements Operation {

    @Override
    public Operation inverse() {
        return new DropColumn(table, column.name(), column);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addColumn(this);
    }

    @Override
    public String summary() {
        return "add column " + table + "." + column.name();
    }
}
