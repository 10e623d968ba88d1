package dev.retort.operation;

import dev.retort.schema.Sequence;

/**
 * Make a sequence.
 *
 * @param sequence the sequence to make
 */
public record CreateSequence(Sequence sequence) implements Operation {

    @Override
    public Operation inverse() {
        return new DropSequence(sequence.name(), sequence);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createSequence(this);
    }

    @Override
    public String summary() {
        return "create sequence " + sequence.name();
    }
}
