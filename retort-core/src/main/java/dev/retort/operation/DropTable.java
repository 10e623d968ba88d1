package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/**
 * Remove a table and everything it holds.
 *
 * @param table the table to remove
 * @param before the table as it was, or {@code null} when only its name is known
 * @param ifExists whether a missing table is no failure
 */
public record DropTable(QualifiedName table, @Nullable Table before, boolean ifExists) implements Operation {

    @Override
    public Operation inverse() {
        if (before == null) {
            throw new IrreversibleOperationException(
                    "Cannot bring back table '%s': the revision only names it".formatted(table),
                    "write downgrade() by hand");
        }
        return new CreateTable(before, false);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTable(this);
    }

    @Override
    public String summary() {
        return "drop table " + table;
    }
}
