package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.retort.operation.Operation;

/**
 * Consecutive operations that a database does in one go; mostly just one.
 *
 * @param operations in order, never empty
 */
public record OperationGroup(List<Operation> operations) {

    public OperationGroup {
        operations = List.copyOf(operations);
    }

    /** Cut operations into groups, as {@link Ddl#groupSize} says. */
    public static List<OperationGroup> of(List<Operation> operations, Ddl ddl) {
        List<OperationGroup> groups = new ArrayList<>();
        int begin = 0;
        while (begin < operations.size()) {
            int end = begin + ddl.groupSize(operations.subList(begin, operations.size()));
            groups.add(new OperationGroup(operations.subList(begin, end)));
            begin = end;
        }
        return groups;
    }

    /** Put each operation into a group of its own. */
    public static List<OperationGroup> each(List<Operation> operations) {
        return operations.stream()
                .map(operation -> new OperationGroup(List.of(operation)))
                .toList();
    }

    /** Give the operation that the group begins with. */
    public Operation first() {
        return operations.get(0);
    }

    /**
     * Spell the group out.
     *
     * @param tables the tables as they are just before it
     * @throws dev.retort.RetortException as in {@link Ddl#statements}
     */
    public List<SqlStatement> statements(Ddl ddl, TableLookup tables) {
        return operations.size() == 1 ? ddl.statements(first(), tables) : ddl.together(operations, tables);
    }

    /** Tell {@code image} what the group, spelled out as {@code statements}, does to the tables. */
    public void applyTo(TableImage image, List<SqlStatement> statements) {
        image.apply(first(), statements);
        operations.subList(1, operations.size()).forEach(operation -> image.apply(operation, List.of()));
    }
}
