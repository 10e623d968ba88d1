package dev.retort.cli;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Says that a command was called in a wrong way. */
final class UsageException extends RetortException {

    private static final long serialVersionUID = 1L;

    UsageException(String message, String hint) {
        super(message, hint);
    }

    /** Say what is wrong with a line; {@code hint} is what helps where the mistake knows nothing better. */
    static UsageException of(Syntax.Mistake mistake, String hint) {
        @Nullable String better = mistake.hint();
        return new UsageException(String.valueOf(mistake.getMessage()), better == null ? hint : better);
    }
}
