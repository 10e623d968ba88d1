package dev.retort.render;

import java.util.List;

import dev.retort.operation.Operation;

/** Writes operations as Java that notes the same operations down again. */
public final class JavaRenderer {

    private JavaRenderer() {}

    /**
     * Write both directions of a revision.
     *
     * <p>What a removed object was like is not written, as the other direction says it; only a constraint without a name
     * is, for it is found by what it says. Rows that a created table must hold are written as an insert that follows.
     *
     * @throws dev.retort.RetortException if one of them cannot be written: code that somebody made by hand
     */
    public static JavaSource render(List<Operation> upgrade, List<Operation> downgrade) {
        return new JavaSource(List.of(), List.of(), List.of());
    }
}
