package dev.retort.script;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Asks for size and time of the files of a folder. A second thread begins at once where they are many: most commands would
 * wait for the answers longer than for all else.
 */
final class FileStates {

    private static final int TOGETHER = 64;
    private static final int MANY = 512;
    private static final long NOTHING = -1;

    private final Path folder;
    private final String[] names;
    private final long[] sizes;
    private final long[] modified;

    /** The first file that nobody has begun to ask for. */
    private final AtomicInteger next = new AtomicInteger();

    private final @Nullable Second second;
    private int count;
    private volatile boolean partly;
    private volatile @Nullable IOException failure;

    private final class Second extends Thread {

        Second() {
            super("retort-file-states");
            setDaemon(true);
        }

        @Override
        public void run() {
            ask();
        }
    }

    /**
     * Begin to ask.
     *
     * @param folder by the path that is the shortest to the system
     * @param names of files there; kept, not to be changed any more
     */
    FileStates(Path folder, String[] names) {
        this.folder = folder;
        this.names = names;
        this.count = names.length;
        this.sizes = new long[count];
        this.modified = new long[count];
        this.second = count < MANY ? null : new Second();
        if (second != null) {
            second.start();
        }
    }

    /** Give the time of the last change in nanoseconds since 1970. */
    static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /** Ask no more: the answers are of no use. */
    void abandon() {
        next.set(count);
    }

    /**
     * Wait for all answers. What was removed meanwhile, or is no file, is left out.
     *
     * @throws IOException if the state of a file cannot be read
     */
    void finish() throws IOException {
        ask();
        try {
            if (second != null) {
                second.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were looked at");
        }
        if (failure != null) {
            throw failure;
        }
        if (partly) {
            leaveOut();
        }
    }

    /** Count the files, once all is answered. */
    int count() {
        return count;
    }

    /** Copy what is known into columns, from {@code start} on. */
    void copy(String[] allNames, long[] allSizes, long[] allModified, int start) {
        System.arraycopy(names, 0, allNames, start, count);
        System.arraycopy(sizes, 0, allSizes, start, count);
        System.arraycopy(modified, 0, allModified, start, count);
    }

    private void leaveOut() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (sizes[i] != NOTHING) {
                names[kept] = names[i];
                sizes[kept] = sizes[i];
                modified[kept] = modified[i];
                kept++;
            }
        }
        count = kept;
    }

    private void ask() {
        int all = names.length;
        for (int from = next.getAndAdd(TOGETHER); from < all; from = next.getAndAdd(TOGETHER)) {
            int end = Math.min(from + TOGETHER, all);
            for (int i = from; i < end; i++) {
                ask(i, folder.resolve(names[i]));
            }
        }
    }

    private void ask(int number, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                sizes[number] = attributes.size();
                modified[number] = modified(attributes);
                return;
            }
        } catch (IOException e) {
            if (!(e instanceof NoSuchFileException) && !Files.isSymbolicLink(file)) {
                failure = e;
            }
        }
        sizes[number] = NOTHING;
        partly = true;
    }
}
