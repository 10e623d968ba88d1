package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** An option of a command, and what a command line says about it. */
final class Option {

    private final List<String> names;
    private final @Nullable String label;
    private final String description;
    private final List<String> choices;
    private final boolean repeatable;
    private final List<String> values = new ArrayList<>();
    private boolean given;

    /**
     * Describe an option.
     *
     * @param names its spellings, the one that help shows last
     * @param label what its value is, or {@code null} if it takes none
     * @param choices the only values there are, in lower case; none for any
     * @param repeatable whether it may be given several times, each with another value
     */
    Option(List<String> names, @Nullable String label, String description, List<String> choices, boolean repeatable) {
        this.names = List.copyOf(names);
        this.label = label;
        this.description = description;
        this.choices = List.copyOf(choices);
        this.repeatable = repeatable;
    }

    /** Tell whether it was given. */
    boolean given() {
        return given;
    }

    /** Give its value, or {@code null} if it was not given. */
    @Nullable
    String value() {
        return values.isEmpty() ? null : values.get(0);
    }

    /** Give its value, or {@code otherwise} if it was not given. */
    String value(String otherwise) {
        return values.isEmpty() ? otherwise : values.get(0);
    }

    /** List its values, in the order they were given. */
    List<String> values() {
        return List.copyOf(values);
    }

    /** Give its spellings. */
    List<String> names() {
        return names;
    }

    /** Give the spelling that says most. */
    String name() {
        return names.get(names.size() - 1);
    }

    /** Say what its value is, or give {@code null} if it takes none. */
    @Nullable
    String label() {
        return label;
    }

    /** Tell whether it takes a value. */
    boolean takesValue() {
        return label != null;
    }

    String description() {
        return description;
    }

    /** List the only values there are; none where any may be given. */
    List<String> choices() {
        return choices;
    }

    /** Tell whether another value may be given. */
    boolean isOpen() {
        return repeatable || !given;
    }

    /** Note that it was given. */
    void take() {
        given = true;
    }

    /** Note that it was given with {@code value}. */
    void take(String value) {
        given = true;
        values.add(value);
    }
}
