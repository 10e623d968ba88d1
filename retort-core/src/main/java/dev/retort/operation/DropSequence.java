package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;

/**
 * Remove a sequence.
 *
 * @param name what it is called
 * @param before the sequence as it was, or {@code null} when only its name is known
 */
public record DropSequence(QualifiedName name, @Nullable Sequence before) implements Operation {

    @Override
    public Operation inverse() {
        if (before == null) {
            throw new IrreversibleOperationException(
                    "Cannot bring back sequence '%s': the revision only names it".formatted(name),
                    "write downgrade() by hand");
        }
        return new CreateSequence(before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropSequence(this);
    }

    @Override
    public String summary() {
        return "drop sequence " + name;
    }
}
