package dev.retort.runtime;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The line of somebody's code that a run was in when it failed: of a step that is code, or of a callback.
 *
 * @param file the file's own name, as the compiler noted it
 * @param line the line, from 1
 */
record FailedLine(String file, int line) {

    private static final String RUN = RevisionRun.class.getName();
    private static final String OWN = "dev.retort.";

    /** Find the line nearest to the run that called the code; nothing where the code was compiled without lines. */
    static Optional<FailedLine> of(Throwable failure) {
        StackTraceElement[] calls = failure.getStackTrace();
        int at = 0;
        while (at < calls.length && !calls[at].getClassName().equals(RUN)) {
            at++;
        }
        if (at == calls.length) {
            return Optional.empty();
        }
        while (at >= 0 && calls[at].getClassName().startsWith(OWN)) {
            at--;
        }
        @Nullable String file = at < 0 ? null : calls[at].getFileName();
        return file == null || calls[at].getLineNumber() <= 0
                ? Optional.empty()
                : Optional.of(new FailedLine(file, calls[at].getLineNumber()));
    }

    /** Tell whether it is in a file, of which the path is known. */
    boolean isIn(String path) {
        return path.equals(file) || path.endsWith("/" + file);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
