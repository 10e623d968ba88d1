package dev.retort.config;

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

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
