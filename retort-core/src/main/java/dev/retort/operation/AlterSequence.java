package dev.retort.operation;

import dev.retort.schema.Sequence;

/**
 * Change how a sequence counts; where it stands is left as it is.
 *
 * @param before the sequence as it was
 * @param after the sequence as it will be, of the same name
 */
public record AlterSequence(Sequence before, Sequence after) implements Operation {

    @Override
    public Operation inverse() {
        return new AlterSequence(after, before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterSequence(this);
    }

    @Override
    public String summary() {
        return "alter sequence " + before.name();
    }
}
