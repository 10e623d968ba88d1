package dev.retort.dialect.oracle;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.operation.AlterSequence;
import dev.retort.schema.Sequence;

/**
 * How Oracle makes and changes sequences: a sequence that cycles must name the end it runs to and have more numbers than it
 * keeps at hand, and where one starts cannot be changed. Source: SQL Language Reference, CREATE SEQUENCE and ALTER SEQUENCE.
 */
final class OracleSequences {

    /** The last number of a sequence that names none. */
    private static final String LAST = "9".repeat(28);

    private static final String FIRST_OF_DESCENDING = "-" + "9".repeat(27);

    /** How many numbers are kept at hand where nothing is said. */
    private static final BigInteger CACHE = BigInteger.valueOf(20);

    private OracleSequences() {}

    static String create(Names names, Sequence sequence) {
        return "CREATE SEQUENCE " + names.spell(sequence.name()) + " START WITH " + sequence.start() + " INCREMENT BY "
                + sequence.increment()
                + bound("MINVALUE", sequence.minimum())
                + bound("MAXVALUE", sequence.maximum())
                + (sequence.cycles() ? cycle(sequence) : "");
    }

    /** Spell what changes; nothing where only the start does, which is of no use any more. */
    static Optional<String> alter(Names names, AlterSequence operation) {
        Sequence before = operation.before();
        Sequence after = operation.after();
        String changes = (before.increment() == after.increment() ? "" : " INCREMENT BY " + after.increment())
                + change("MINVALUE", before.minimum(), after.minimum())
                + change("MAXVALUE", before.maximum(), after.maximum())
                + cycle(before, after);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("ALTER SEQUENCE " + names.spell(after.name()) + changes);
    }

    private static String cycle(Sequence before, Sequence after) {
        boolean differs = before.cycles() != after.cycles();
        if (!after.cycles()) {
            return differs ? " NOCYCLE" : "";
        }
        return differs || isShort(after) ? cycle(after) : "";
    }

    private static String cycle(Sequence sequence) {
        boolean ascends = sequence.increment() > 0;
        String end = ascends
                ? sequence.maximum() == null ? " MAXVALUE " + LAST : ""
                : sequence.minimum() == null ? " MINVALUE " + FIRST_OF_DESCENDING : "";
        return end + " CYCLE" + (isShort(sequence) ? " NOCACHE" : "");
    }

    /** Tell whether one walk from end to end has no more numbers than would be kept at hand. */
    private static boolean isShort(Sequence sequence) {
        boolean ascends = sequence.increment() > 0;
        Long last = ascends ? sequence.maximum() : sequence.minimum();
        if (last == null) {
            return false;
        }
        Long first = ascends ? sequence.minimum() : sequence.maximum();
        long begin = first != null ? first : ascends ? 1 : -1;
        BigInteger width =
                BigInteger.valueOf(last).subtract(BigInteger.valueOf(begin)).abs();
        BigInteger numbers =
                width.divide(BigInteger.valueOf(sequence.increment()).abs()).add(BigInteger.ONE);
        return numbers.compareTo(CACHE) <= 0;
    }

    private static String bound(String word, @Nullable Long value) {
        return value == null ? "" : " " + word + " " + value;
    }

    private static String change(String word, @Nullable Long before, @Nullable Long after) {
        return Objects.equals(before, after) ? "" : after == null ? " NO" + word : bound(word, after);
    }
}
