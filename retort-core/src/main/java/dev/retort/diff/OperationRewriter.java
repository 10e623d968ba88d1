package dev.retort.diff;

import java.util.List;

import dev.retort.operation.Operation;

/** Puts other operations in the place of a proposed one. */
@FunctionalInterface
public interface OperationRewriter {

    /**
     * Say what is to be done instead. It is asked once for each operation that autogenerate, or the rewriter before this
     * one, proposes; never for its own answers.
     *
     * @return {@code operation} alone to keep it, several, or none to leave it out
     */
    List<Operation> rewrite(Operation operation);
}
