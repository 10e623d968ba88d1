package dev.retort.dialect;

import dev.retort.RetortException;

/** Says that a quote, comment, bracket or block of a script is still open where the script ends. */
public final class UnclosedTextException extends RetortException {

    private static final long serialVersionUID = 1L;

    UnclosedTextException(String message, String hint) {
        super(message, hint);
    }
}
