package dev.retort;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

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

    /** Say why the system would not read or write a file, in plain words for a message. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException missing) {
            return "there is no '%s'".formatted(missing.getFile());
        }
        if (failure instanceof FileAlreadyExistsException present) {
            return "'%s' is there already".formatted(present.getFile());
        }
        if (failure instanceof NotDirectoryException file) {
            return "'%s' is not a folder".formatted(file.getFile());
        }
        String words = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getMessage();
        return words == null ? "the system does not say why" : words;
    }
}
