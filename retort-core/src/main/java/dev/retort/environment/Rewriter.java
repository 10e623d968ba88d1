package dev.retort.environment;

import java.util.List;
import java.util.function.Function;

import dev.retort.operation.Operation;

/** Changes what autogenerate is about to write. */
@FunctionalInterface
public interface Rewriter {

    /**
     * Give what is written in place of {@code operation}: itself, others, or nothing.
     *
     * <p>The downgrade is derived from what comes out.
     */
    List<Operation> rewrite(Operation operation);

    /** Change operations of one kind and leave the others. */
    static <T extends Operation> Rewriter of(Class<T> kind, Function<? super T, List<Operation>> change) {
        return operation -> kind.isInstance(operation) ? change.apply(kind.cast(operation)) : List.of(operation);
    }
}
