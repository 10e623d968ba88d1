package dev.retort.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Asks for size and time of the files of a folder. Other threads begin at once where they are many: most commands would wait
 * for the answers longer than for all else.
 */
final class FileStates extends SharedWork {

    private static final int TOGETHER = 64;
    private static final long NOTHING = -1;

    private final Path folder;
    private final String[] names;
    private final long[] sizes;
    private final long[] modified;
    private int count;
    private volatile boolean partly;
    private volatile @Nullable IOException failure;

    /**
     * Prepare to ask.
     *
     * @param folder by the path that is the shortest to the system
     * @param names of files there; kept, not to be changed any more
     */
    FileStates(Path folder, String[] names) {
        super(names.length, TOGETHER);
        this.folder = folder;
        this.names = names;
        this.count = names.length;
        this.sizes = new long[count];
        this.modified = new long[count];
    }

    /** Give the time of the last change in nanoseconds since 1970. */
    static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /**
     * Wait for all answers. What was removed meanwhile, or is no file, is left out.
     *
     * @throws IOException if the state of a file cannot be read
     */
    void answer() throws IOException {
        finish();
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

    @Override
    void work(int number) {
        Path file = folder.resolve(names[number]);
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
