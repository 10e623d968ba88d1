package dev.retort.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What the process prints its result to. A {@code PrintWriter} keeps silent about a full disk, and half a script of
 * {@code --sql} would look like all of it.
 */
final class StandardOutput extends OutputStream {

    private final OutputStream file = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException failure;

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            file.write(bytes, offset, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Say why not everything was written, or {@code null}; a reader that wants no more, such as {@code head}, is none. */
    @Nullable
    String loss() {
        String reason = failure == null ? null : String.valueOf(failure.getMessage());
        return reason == null || reason.toLowerCase(Locale.ROOT).contains("broken pipe") ? null : reason;
    }
}
