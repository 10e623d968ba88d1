package dev.retort.config;

import java.util.ArrayList;
import java.util.List;

/** Says that one value of a configuration file is not what its setting accepts; never leaves this room. */
final class BadValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    BadValueException(String message, Located where) {
        super(message);
        this.line = where.line();
        this.column = where.column();
    }

    /** Say what is wrong with several parts of one value, of which there is one at least. */
    private BadValueException(List<BadValueException> parts) {
        super(parts.get(0).getMessage());
        this.line = parts.get(0).line;
        this.column = parts.get(0).column;
        parts.subList(1, parts.size()).forEach(this::addSuppressed);
    }

    /**
     * Tell everything that was found in one value.
     *
     * @throws BadValueException if there is anything
     */
    static void throwIfAny(List<BadValueException> found) throws BadValueException {
        if (!found.isEmpty()) {
            throw found.size() == 1 ? found.get(0) : new BadValueException(found);
        }
    }

    /** List each thing that is wrong. */
    List<BadValueException> all() {
        List<BadValueException> all = new ArrayList<>();
        all.add(this);
        for (Throwable other : getSuppressed()) {
            if (other instanceof BadValueException bad) {
                all.addAll(bad.all());
            }
        }
        return all;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
