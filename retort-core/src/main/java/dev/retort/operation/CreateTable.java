package dev.retort.operation;

import dev.retort.schema.Table;

/**
 * Make a table, its indexes and its initial rows.
 *
 * @param table the table to make
 * @param ifNotExists whether an existing table of that name is left as it is
 */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {

    @Override
    public Operation inverse() {
        return new DropTable(table.name(), table, false);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createTable(this);
    }

    @Override
    public String summary() {
        return "create table " + table.name();
    }
}
