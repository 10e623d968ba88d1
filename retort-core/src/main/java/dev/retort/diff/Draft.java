package dev.retort.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.Table;

/** Gathers operations and notes while schemas are compared, and puts them into an order that a database accepts. */
final class Draft {

    /** The parts of an upgrade, in order; the parts of a downgrade are the same, backwards. */
    enum Phase {
        DROP_FOREIGN_KEYS,
        DROP_KEYS,
        DROP_TABLES_EARLY,
        MAKE_TYPES,
        CREATE_TABLES,
        ADD_COLUMNS,
        ALTER_COLUMNS,
        ADD_KEYS,
        RESTORE_FOREIGN_KEYS,
        ADD_FOREIGN_KEYS,
        COMMENT,
        DROP_COLUMNS,
        DROP_TABLES,
        DROP_TYPES
    }

    private final Map<Phase, List<Operation>> operations = new EnumMap<>(Phase.class);
    private final Map<Operation, Operation> inverses = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    void add(Phase phase, Operation operation) {
        operations.computeIfAbsent(phase, none -> new ArrayList<>()).add(operation);
    }

    /** Add an operation that is taken back better than it knows by itself. */
    void add(Phase phase, Operation operation, Operation inverse) {
        add(phase, operation);
        inverses.put(operation, inverse);
    }

    Operation inverse(Operation operation) {
        Operation known = inverses.get(operation);
        return known == null ? operation.inverse() : known;
    }

    void note(String note) {
        notes.add(note);
    }

    List<Operation> operations() {
        return operations.values().stream().flatMap(List::stream).toList();
    }

    /** List the names that constraints and indexes made so far have. */
    Stream<String> made() {
        return operations.values().stream().flatMap(List::stream).flatMap(Draft::madeBy);
    }

    private static Stream<String> madeBy(Operation operation) {
        if (operation instanceof CreateTable create) {
            return names(create.table());
        }
        if (operation instanceof AddConstraint add) {
            return Stream.ofNullable(add.constraint().name());
        }
        return operation instanceof CreateIndex create
                ? Stream.of(create.index().name())
                : Stream.empty();
    }

    /** List the names of a table's constraints and indexes. */
    static Stream<String> names(Table table) {
        return table.elements().stream().flatMap(element -> {
            if (element instanceof Constraint constraint) {
                return Stream.ofNullable(constraint.name());
            }
            return element instanceof Index index ? Stream.of(index.name()) : Stream.empty();
        });
    }

    List<String> notes() {
        return notes;
    }
}
