package dev.retort.operation;

import dev.retort.schema.Index;

/**
 * Make an index.
 *
 * @param index the index to make
 * @param concurrently whether the table stays writable meanwhile, where the database can do that
 */
public record CreateIndex(Index index, boolean concurrently) implements Operation {

    @Override
    public Operation inverse() {
        return new DropIndex(index.table(), index.name(), index, concurrently);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createIndex(this);
    }

    @Override
    public String summary() {
        return "create index " + index.name() + " on " + index.table();
    }
}
