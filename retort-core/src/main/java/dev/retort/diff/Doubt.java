package dev.retort.diff;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.QualifiedName;

/** Tells which operations may be there only because two texts differ that mean the same to the database. */
final class Doubt {

    private Doubt() {}

    /** Name the table that such an operation is about, or {@code null} where the operation is beyond doubt. */
    static @Nullable QualifiedName about(Operation operation) {
        if (operation instanceof AlterColumn alter) {
            return isText(alter.change()) ? alter.table() : null;
        }
        if (operation instanceof AddConstraint add) {
            return add.constraint() instanceof CheckConstraint ? add.table() : null;
        }
        return operation instanceof CreateIndex create ? create.index().table() : null;
    }

    private static boolean isText(ColumnChange change) {
        return change.type() != null
                || change.defaultSql() != null
                || change.numbering() != null
                || change.generated() != null
                || change.collation() != null;
    }
}
