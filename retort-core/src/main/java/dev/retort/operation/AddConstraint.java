package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;

/**
 * Add a constraint to a table.
 *
 * @param table the table
 * @param constraint the constraint to add
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

    @Override
    public Operation inverse() {
        return new DropConstraint(table, ConstraintKind.of(constraint), constraint.name(), constraint);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addConstraint(this);
    }

    @Override
    public String summary() {
        return "add " + ConstraintKind.of(constraint).words()
                + (constraint.name() == null ? "" : " " + constraint.name()) + " to " + table;
    }
}
