package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Index;
import dev.retort.schema.Table;

/** What the journal must know of operations: which parts can be asked for one by one, and which change rows only. */
final class OperationParts {

    private static final Set<String> ROW_CHANGES = Set.of("insert", "update", "delete", "merge", "replace", "select");

    private OperationParts() {}

    /** Take an operation apart into those that the catalog can be asked about one by one. */
    static List<Operation> of(Operation operation) {
        if (!(operation instanceof CreateTable create)) {
            return List.of(operation);
        }
        Table table = create.table();
        var parts = new ArrayList<Operation>();
        parts.add(new CreateTable(table.withoutIndexes().withInitialRows(List.of()), create.ifNotExists()));
        for (Index index : table.indexes()) {
            parts.add(new CreateIndex(index, false));
        }
        if (!table.initialRows().isEmpty()) {
            parts.add(new BulkInsert(table.name(), List.copyOf(table.initialRows())));
        }
        return parts;
    }

    /** Tell whether an operation's statements do not depend on what the database holds. */
    private static boolean knowsItsStatements(Operation operation) {
        return operation instanceof CreateIndex || operation instanceof DropIndex || operation instanceof Execute;
    }

    /** Tell whether a statement is a transaction of its own: it cannot run inside one, or its effect cannot be taken back. */
    static boolean standsAlone(Dialect dialect, Operation operation, SqlStatement statement) {
        return !statement.transactional() || (!dialect.transactionalDdl() && !changesRowsOnly(operation, statement));
    }

    /**
     * Tell whether one transaction cannot hold these operations. Only those are asked about their statements that know them
     * before their turn.
     */
    static boolean needSeveralTransactions(Dialect dialect, List<LocatedOperation> operations) {
        if (operations.isEmpty() || !dialect.transactionalDdl()) {
            return !operations.isEmpty();
        }
        for (LocatedOperation located : operations) {
            if (knowsItsStatements(located.operation())) {
                for (SqlStatement statement : dialect.ddl().statements(located.operation(), TableLookup.NONE)) {
                    if (!statement.transactional()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Tell whether a statement changes rows alone, so that a transaction holds it on every database. */
    private static boolean changesRowsOnly(Operation operation, SqlStatement statement) {
        if (operation instanceof BulkInsert) {
            return true;
        }
        String sql = statement.sql().stripLeading();
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return operation instanceof Execute
                && ROW_CHANGES.contains(sql.substring(0, end).toLowerCase(Locale.ROOT));
    }
}
