package dev.retort.dialect;

import dev.retort.schema.QualifiedName;

/**
 * How one database quotes names, folds them and tells them apart.
 *
 * <p>{@link QualifiedName} says how people write names. {@code spell} and {@code read} are each other's inverse.
 */
public interface Names {

    /** Spell a name for a statement, quoted where it has to be. */
    String spell(String name);

    /** Spell a qualified name for a statement, each part quoted where it has to be. */
    default String spell(QualifiedName name) {
        return name.schema() == null ? spell(name.name()) : spell(name.schema()) + "." + spell(name.name());
    }

    /** Write a name, as the catalog holds it, the way people write it. */
    String read(String catalogName);

    /** Give the name under which the catalog holds what people write as {@code name}. */
    String catalog(String name);

    /** Write a name that stands unquoted in somebody's SQL, the way people write it after the database folded it. */
    String readUnquoted(String text);

    /** Give a text that is equal for two table names exactly if the database cannot tell them apart. */
    String tableKey(String name);

    /** Give a text that is equal for two column, constraint or index names if the database cannot tell them apart. */
    String columnKey(String name);

    /** Give the longest name the database keeps whole. */
    int maximumLength();

    /** Tell whether {@link #maximumLength} counts bytes of UTF-8, not characters. */
    boolean countsBytes();
}
