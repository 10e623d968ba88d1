package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;

/**
 * Remove a named type that no column uses.
 *
 * @param name what it is called
 * @param before the type as it was, or {@code null} when only its name is known
 */
public record DropEnum(QualifiedName name, @Nullable EnumType before) implements Operation {

    @Override
    public Operation inverse() {
        if (before == null) {
            throw new IrreversibleOperationException(
                    "Cannot bring back enum '%s': the revision only names it".formatted(name),
                    "write downgrade() by hand");
        }
        return new CreateEnum(before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropEnum(this);
    }

    @Override
    public String summary() {
        return "drop enum " + name;
    }
}
