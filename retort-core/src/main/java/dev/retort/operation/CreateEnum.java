package dev.retort.operation;

import dev.retort.schema.EnumType;

/**
 * Make a named type of some words.
 *
 * @param type the type to make
 */
public record CreateEnum(EnumType type) implements Operation {

    @Override
    public Operation inverse() {
        return new DropEnum(type.name(), type);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createEnum(this);
    }

    @Override
    public String summary() {
        return "create enum " + type.name();
    }
}
