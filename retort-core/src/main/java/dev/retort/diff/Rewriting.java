package dev.retort.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import dev.retort.operation.IrreversibleOperationException;
import dev.retort.operation.Operation;

/** Lets rewriters have their say and turns what remains around. */
final class Rewriting {

    private Rewriting() {}

    static SchemaChanges apply(Draft draft, List<OperationRewriter> rewriters) {
        var upgrade = new ArrayList<Operation>();
        var inverses = new ArrayDeque<List<Operation>>();
        var notes = new ArrayList<>(draft.notes());
        for (Operation proposed : draft.operations()) {
            List<Operation> rewritten = List.of(proposed);
            for (OperationRewriter rewriter : rewriters) {
                rewritten = rewritten.stream()
                        .flatMap(operation -> rewriter.rewrite(operation).stream())
                        .toList();
            }
            upgrade.addAll(rewritten);
            inverses.push(inverse(draft, proposed, rewritten, notes));
        }
        return new SchemaChanges(
                upgrade, inverses.stream().flatMap(List::stream).toList(), notes);
    }

    /** Take back what was rewritten; where that is not known, what was proposed at first. */
    private static List<Operation> inverse(
            Draft draft, Operation proposed, List<Operation> rewritten, List<String> notes) {
        try {
            return backwards(draft, rewritten);
        } catch (IrreversibleOperationException e) {
            notes.add("The downgrade takes back '%s' as it was proposed, not what a rewriter made of it"
                    .formatted(proposed.summary()));
            return backwards(draft, List.of(proposed));
        }
    }

    private static List<Operation> backwards(Draft draft, List<Operation> operations) {
        var inverses = new ArrayList<Operation>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            inverses.add(draft.inverse(operations.get(i)));
        }
        return inverses;
    }
}
