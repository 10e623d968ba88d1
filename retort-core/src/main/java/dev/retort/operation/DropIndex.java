package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;

/**
 * Remove an index.
 *
 * @param table the table it belongs to
 * @param name what it is called
 * @param before the index as it was, or {@code null} when only its name is known
 * @param concurrently whether the table stays writable meanwhile, where the database can do that
 */
public record DropIndex(
        QualifiedName table, String name, @Nullable Index before, boolean concurrently) implements Operation {

    @Override
    public Operation inverse() {
        if (before == null) {
            throw new IrreversibleOperationException(
                    "Cannot bring back index '%s' of table '%s': the revision only names it".formatted(name, table),
                    "pass the full index to dropIndex(..), or write downgrade() by hand");
        }
        return new CreateIndex(before, concurrently);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropIndex(this);
    }

    @Override
    public String summary() {
        return "drop index " + name + " of " + table;
    }
}
