package dev.retort.operation;

import dev.retort.schema.EnumType;

/**
 * Change the words of a named type; no column that uses it loses a value that stays.
 *
 * @param before the type as it was
 * @param after the type as it will be, of the same name
 */
public record AlterEnum(EnumType before, EnumType after) implements Operation {

    @Override
    public Operation inverse() {
        return new AlterEnum(after, before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterEnum(this);
    }

    @Override
    public String summary() {
        return "alter enum " + before.name();
    }
}
