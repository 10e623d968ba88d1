package dev.retort.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns that refer to a row of another table.
 *
 * @param name the constraint's name, or {@code null} where the database is to choose it
 * @param columns the referring columns, never empty
 * @param target the table referred to
 * @param targetColumns as many as {@code columns}, in the same order
 * @param onDelete what a deleted target does to this row
 * @param onUpdate what a changed target key does to this row
 * @param deferral when the constraint is checked
 * @param unvalidated whether the rows that were there before it were never looked at, where the database can do that
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName target,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferral deferral,
        boolean unvalidated)
        implements Constraint {

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Describe a reference that all rows meet. */
    public ForeignKey(
            @Nullable String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral) {
        this(name, columns, target, targetColumns, onDelete, onUpdate, deferral, false);
    }

    /** Describe a plain reference: no name, no action, checked at once. */
    public static ForeignKey of(List<String> columns, QualifiedName target, List<String> targetColumns) {
        return new ForeignKey(
                null,
                columns,
                target,
                targetColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferral.NOT_DEFERRABLE);
    }

    /** Do {@code action} to this row when its target is deleted. */
    public ForeignKey onDelete(ReferentialAction action) {
        return new ForeignKey(name, columns, target, targetColumns, action, onUpdate, deferral, unvalidated);
    }

    /** Do {@code action} to this row when its target's key changes. */
    public ForeignKey onUpdate(ReferentialAction action) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, action, deferral, unvalidated);
    }

    /** Check this constraint at the end of a transaction where {@code when} says so. */
    public ForeignKey deferrable(Deferral when) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, when, unvalidated);
    }

    /** Leave the rows that are there unlooked at. */
    public ForeignKey notValid() {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, deferral, true);
    }

    /** Refer to another table by the same columns. */
    public ForeignKey withTarget(QualifiedName newTarget) {
        return new ForeignKey(name, columns, newTarget, targetColumns, onDelete, onUpdate, deferral, unvalidated);
    }

    @Override
    public ForeignKey named(String newName) {
        return new ForeignKey(newName, columns, target, targetColumns, onDelete, onUpdate, deferral, unvalidated);
    }
}
