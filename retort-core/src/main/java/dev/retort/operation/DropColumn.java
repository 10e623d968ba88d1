package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;

/**
 * Remove a column and everything it holds.
 *
 * @param table the table
 * @param column the column to remove
 * @param before the column as it was, or {@code null} when only its name is known
 */
public record DropColumn(
        QualifiedName table, String column, @Nullable Column before) implements Operation {

    @Override
    public Operation inverse() {
        if (before == null) {
            throw new IrreversibleOperationException(
                    "Cannot bring back column '%s.%s': the revision only names it".formatted(table, column),
                    "pass the full column to dropColumn(..), or write downgrade() by hand");
        }
        return new AddColumn(table, before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropColumn(this);
    }

    @Override
    public String summary() {
        return "drop column " + table + "." + column;
    }
}
