package dev.retort.schema;

import java.util.List;

/**
 * A named type whose values are some words.
 *
 * @param name what the type is called
 * @param values the words, in their order
 */
public record EnumType(QualifiedName name, List<String> values) {

    public EnumType {
        values = List.copyOf(values);
    }
}
