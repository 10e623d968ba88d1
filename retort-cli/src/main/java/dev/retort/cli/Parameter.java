package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A word of a command line that is no option, and what it said. */
final class Parameter {

    private final String label;
    private final String description;
    private final int least;
    private final int most;
    private final List<String> values = new ArrayList<>();

    /**
     * Describe a parameter, the only one of its command.
     *
     * @param label what it is
     * @param least how many must be given
     * @param most how many may be given
     */
    Parameter(String label, String description, int least, int most) {
        this.label = label;
        this.description = description;
        this.least = least;
        this.most = most;
    }

    /** Give the first that was given, or {@code null} for none. */
    @Nullable
    String value() {
        return values.isEmpty() ? null : values.get(0);
    }

    /** Give the first that was given, which the command cannot do without. */
    String text() {
        return values.get(0);
    }

    /** List what was given. */
    List<String> values() {
        return List.copyOf(values);
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    /** Tell whether a command line is wrong without it. */
    boolean isRequired() {
        return least > 0;
    }

    /** Tell whether any number may be given. */
    boolean isRepeatable() {
        return most > 1;
    }

    boolean isMissing() {
        return values.size() < least;
    }

    /** Tell whether one more may be given behind so many. */
    boolean takes(int before) {
        return before < most;
    }

    /** Note that {@code word} was given; {@code false} if that is one too many. */
    boolean take(String word) {
        return takes(values.size()) && values.add(word);
    }
}
