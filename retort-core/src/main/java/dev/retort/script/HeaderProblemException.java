package dev.retort.script;

/** Says that one revision file cannot be read; never leaves this room. */
final class HeaderProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String hint;

    HeaderProblemException(int line, String message, String hint) {
        super(message);
        this.line = line;
        this.hint = hint;
    }

    int line() {
        return line;
    }

    String hint() {
        return hint;
    }
}
