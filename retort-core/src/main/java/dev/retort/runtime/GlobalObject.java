package dev.retort.runtime;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;

/**
 * The sequence or named type that an operation makes or removes.
 *
 * @param name the object, or {@code null} if the operation is about something else
 * @param creates whether it is made
 */
record GlobalObject(@Nullable QualifiedName name, boolean creates) {

    GlobalObject(Operation operation) {
        this(nameOf(operation), operation instanceof CreateSequence || operation instanceof CreateEnum);
    }

    private static @Nullable QualifiedName nameOf(Operation operation) {
        if (operation instanceof CreateSequence create) {
            return create.sequence().name();
        }
        if (operation instanceof DropSequence drop) {
            return drop.name();
        }
        if (operation instanceof CreateEnum create) {
            return create.type().name();
        }
        return operation instanceof DropEnum drop ? drop.name() : null;
    }

    boolean isIn(Schema schema, Names names) {
        if (name == null) {
            return false;
        }
        String key = names.tableKey(name.name());
        return schema.sequences().stream()
                        .anyMatch(sequence ->
                                names.tableKey(sequence.name().name()).equals(key))
                || schema.enums().stream()
                        .anyMatch(type -> names.tableKey(type.name().name()).equals(key));
    }
}
