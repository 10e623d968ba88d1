package dev.retort.dialect.sqlite;

import java.util.List;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;

/** Finds consecutive changes of one table that one rebuild can do together. */
final class RebuildGroup {

    private RebuildGroup() {}

    /** Count the operations at the beginning that belong together, up to the last that needs the rebuild. */
    static int size(List<Operation> operations, SqliteNames names) {
        Operation first = operations.get(0);
        if (!needsRebuild(first) || renames(first)) {
            return 1;
        }
        String schema = String.valueOf(table(first).schema());
        String key = names.tableKey(table(first).name());
        int size = 1;
        for (int i = 1; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            boolean joins = isChange(operation)
                    && names.tableKey(table(operation).name()).equals(key)
                    && String.valueOf(table(operation).schema()).equals(schema);
            if (!joins || renames(operation) || converts(operation)) {
                return size;
            }
            size = needsRebuild(operation) ? i + 1 : size;
        }
        return size;
    }

    /** Tell whether {@code ALTER TABLE} cannot do an operation by itself. */
    static boolean needsRebuild(Operation operation) {
        if (operation instanceof AddColumn add) {
            Column column = add.column();
            boolean stored = column.generated() != null && column.generated().stored();
            boolean computed = column.defaultSql() != null && !Expressions.isConstant(column.defaultSql());
            boolean unfilled = !column.nullable() && column.defaultSql() == null && column.generated() == null;
            return stored || computed || unfilled;
        }
        return operation instanceof AlterColumn alter
                ? TableEditor.needsRebuild(alter.change())
                : operation instanceof AddConstraint || operation instanceof DropConstraint;
    }

    private static boolean isChange(Operation operation) {
        return operation instanceof AddColumn
                || operation instanceof AlterColumn
                || operation instanceof AddConstraint
                || operation instanceof DropConstraint;
    }

    /** Name the table that such a change is about. */
    static QualifiedName table(Operation operation) {
        if (operation instanceof AddColumn add) {
            return add.table();
        }
        if (operation instanceof AlterColumn alter) {
            return alter.table();
        }
        return operation instanceof AddConstraint add ? add.table() : ((DropConstraint) operation).table();
    }

    /** A rename is SQLite's own to do, so that it looks at views and triggers. */
    private static boolean renames(Operation operation) {
        return operation instanceof AlterColumn alter && alter.change().name() != null;
    }

    /** An expression must find the values as the operations before it leave them. */
    private static boolean converts(Operation operation) {
        return operation instanceof AlterColumn alter && alter.change().using() != null;
    }
}
