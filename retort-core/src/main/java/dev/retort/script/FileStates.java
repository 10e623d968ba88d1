package dev.retort.script;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Asks for size and time of files while others are still being listed. A second thread does it where they are many: most
 * commands would wait for the answers longer than for all else.
 */
final class FileStates {

    private static final int TOGETHER = 256;

    private final List<Part> parts = new ArrayList<>();
    private Part open = new Part();
    private @Nullable Second second;

    /** How many of {@link #parts} somebody has begun to ask for, and whether the list is complete; both under the lock. */
    private int begun;

    private boolean complete;

    /** Some files, and what was answered of them. */
    private static final class Part {

        private static final long NOTHING = -1;

        private final Path[] files = new Path[TOGETHER];
        private final long[] sizes = new long[TOGETHER];
        private final long[] modified = new long[TOGETHER];
        private int count;
        private boolean asked;
        private @Nullable IOException failure;

        void ask() {
            for (int i = 0; i < count; i++) {
                ask(i);
            }
            asked = true;
        }

        private void ask(int i) {
            sizes[i] = NOTHING;
            try {
                BasicFileAttributes attributes = Files.readAttributes(files[i], BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    sizes[i] = attributes.size();
                    modified[i] = modified(attributes);
                }
            } catch (IOException e) {
                // What was removed meanwhile, or is a link to nowhere, is no revision.
                if (!(e instanceof NoSuchFileException) && !Files.isSymbolicLink(files[i])) {
                    failure = e;
                }
            }
        }

        void addTo(List<FoundFile> found, VersionLocation location) {
            for (int i = 0; i < count; i++) {
                if (sizes[i] != NOTHING) {
                    found.add(new FoundFile(location, files[i], sizes[i], modified[i]));
                }
            }
        }
    }

    /** Asks while the first thread still lists. */
    private final class Second extends Thread {

        Second() {
            super("retort-file-states");
            setDaemon(true);
        }

        @Override
        public void run() {
            for (Part part = next(true); part != null; part = next(true)) {
                part.ask();
            }
        }
    }

    /** Give the time of the last change in nanoseconds since 1970. */
    static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /** Ask for one more file. */
    void add(Path file) {
        open.files[open.count++] = file;
        if (open.count == TOGETHER) {
            hand(false);
            open = new Part();
            if (second == null) {
                second = new Second();
                second.start();
            }
        }
    }

    private synchronized void hand(boolean last) {
        parts.add(open);
        complete |= last;
        notifyAll();
    }

    /** Give a part that nobody has begun, or {@code null}; one who {@code waits} gets that only where all are begun. */
    private synchronized @Nullable Part next(boolean waits) {
        while (waits && begun == parts.size() && !complete) {
            try {
                wait();
            } catch (InterruptedException e) {
                // The first thread does the rest itself.
                return null;
            }
        }
        return begun == parts.size() ? null : parts.get(begun++);
    }

    /** Let the second thread end, where the answers are of no use any more. */
    synchronized void abandon() {
        complete = true;
        begun = parts.size();
        notifyAll();
    }

    /**
     * Wait for the answers and add the files to {@code found} in the order asked; what is no file is left out.
     *
     * @throws IOException if the state of a file cannot be read
     */
    void addTo(List<FoundFile> found, VersionLocation location) throws IOException {
        hand(true);
        for (Part part = next(false); part != null; part = next(false)) {
            part.ask();
        }
        await();
        for (Part part : parts) {
            if (!part.asked) {
                part.ask();
            }
            if (part.failure != null) {
                throw part.failure;
            }
            part.addTo(found, location);
        }
    }

    private void await() throws IOException {
        try {
            if (second != null) {
                second.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were looked at");
        }
    }
}
