package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A counter of its own.
 *
 * @param name what it is called
 * @param start the first number
 * @param increment the step, not 0
 * @param minimum the lowest number, or {@code null} for the database's own choice
 * @param maximum the highest number, or {@code null} for the database's own choice
 * @param cycles whether it begins again at the other end
 */
public record Sequence(
        QualifiedName name,
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        boolean cycles) {

    /** Describe a counter that goes as far as the database lets it. */
    public Sequence(QualifiedName name, long start, long increment) {
        this(name, start, increment, null, null, false);
    }

    /** Stay between two numbers; {@code null} leaves an end to the database. */
    public Sequence between(@Nullable Long newMinimum, @Nullable Long newMaximum) {
        return new Sequence(name, start, increment, newMinimum, newMaximum, cycles);
    }

    /** Begin again at the other end. */
    public Sequence cycling() {
        return new Sequence(name, start, increment, minimum, maximum, true);
    }
}
