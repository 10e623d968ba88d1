package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;

/**
 * Change a column in place.
 *
 * @param table the table
 * @param column what the column is called now
 * @param before the column as it was, or {@code null} when the revision gives only what changes
 * @param change what becomes of it
 */
public record AlterColumn(
        QualifiedName table, String column, @Nullable Column before, ColumnChange change) implements Operation {

    /** Turn {@code before} into {@code after}. */
    public static AlterColumn between(QualifiedName table, Column before, Column after) {
        return new AlterColumn(table, before.name(), before, ColumnChange.between(before, after));
    }

    @Override
    public Operation inverse() {
        if (before == null) {
            if (change.renamesOnly() && change.name() != null) {
                return new AlterColumn(table, change.name(), null, ColumnChange.NONE.withName(column));
            }
            throw new IrreversibleOperationException(
                    "Cannot take back the change of column '%s.%s': the revision does not say what it was before"
                            .formatted(table, column),
                    "use alterColumn(table, before, after), or write downgrade() by hand");
        }
        return between(table, change.applyTo(before), before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterColumn(this);
    }

    @Override
    public String summary() {
        return change.renamesOnly()
                ? "rename column " + table + "." + column + " to " + change.name()
                : "alter column " + table + "." + column;
    }
}
