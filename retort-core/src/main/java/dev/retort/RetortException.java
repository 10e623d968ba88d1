package dev.retort;

import org.jspecify.annotations.Nullable;

/**
 * Tells a person what went wrong, where, and what to do about it.
 *
 * <p>The message says what and where, with values in quotes, over several lines where several problems were found
 * together. The hint is one concrete fix. Neither ever holds a password.
 */
public class RetortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * Describe a failure and its remedy.
     *
     * @param message what went wrong and where, values in quotes
     * @param hint one concrete fix, a sentence without a full stop
     */
    public RetortException(String message, String hint) {
        this(message, hint, null);
    }

    /**
     * Describe a failure, its remedy and what caused it.
     *
     * @param message what went wrong and where, values in quotes
     * @param hint one concrete fix, a sentence without a full stop
     * @param cause what was caught, or {@code null} for nothing
     */
    public RetortException(String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** Give the one concrete fix. */
    public String hint() {
        return hint;
    }
}
