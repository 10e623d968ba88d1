package dev.retort.cli;

import dev.retort.RetortException;

/** Says that a command was called in a wrong way. */
final class UsageException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final boolean json;

    UsageException(String message, String hint, boolean json) {
        super(message, hint);
        this.json = json;
    }

    /** Tell whether the caller asked for JSON before it went wrong. */
    boolean json() {
        return json;
    }
}
