package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;

/**
 * Remove a constraint from a table.
 *
 * @param table the table
 * @param kind what kind of constraint it is
 * @param name what it is called; {@code null} where it is found by what {@code before} says
 * @param before the constraint as it was, or {@code null} when only its name is known
 */
public record DropConstraint(
        QualifiedName table,
        ConstraintKind kind,
        @Nullable String name,
        @Nullable Constraint before) implements Operation {

    @Override
    public Operation inverse() {
        if (before == null) {
            throw new IrreversibleOperationException(
                    "Cannot bring back constraint '%s' of table '%s': the revision only names it"
                            .formatted(name, table),
                    "pass the full constraint to dropConstraint(..), or write downgrade() by hand");
        }
        return new AddConstraint(table, before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropConstraint(this);
    }

    @Override
    public String summary() {
        return "drop " + kind.words() + (name == null ? "" : " " + name) + " of " + table;
    }
}
