package dev.retort.script;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Reads the headers of revision files, from the cache where a file is as it was. */
final class HeaderReader {

    /** Within this time a file may change again without its time showing it; whole seconds betray a coarse clock. */
    private static final long FINE_CLOCK = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long COARSE_CLOCK = TimeUnit.SECONDS.toNanos(2);

    private final Charset charset;
    private final @Nullable HeaderCache cache;
    private final List<Path> unreadable = new ArrayList<>();
    private int opened;

    HeaderReader(Charset charset, @Nullable HeaderCache cache) {
        this.charset = charset;
        this.cache = cache;
    }

    /** List the files whose header could not be read, in order. */
    List<Path> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Count the revision files that were opened. */
    int opened() {
        return opened;
    }

    /**
     * Read the headers of {@code files}, in order; what is wrong goes to {@code problems}.
     *
     * @param files by their paths; those that the cache knows are taken out
     * @param root what problems name the files relative to
     */
    List<HeaderCache.Entry> read(Map<String, FoundFile> files, Path root, ScriptProblems problems) {
        List<HeaderCache.Remembered> known = cache == null ? List.of() : cache.read();
        List<HeaderCache.Entry> entries = new ArrayList<>(files.size());
        List<FoundFile> unread = new ArrayList<>();
        for (HeaderCache.Remembered remembered : known) {
            FoundFile file = files.remove(remembered.path());
            if (file != null && remembered.isOf(file)) {
                entries.add(new HeaderCache.Entry(file, remembered.header()));
            } else if (file != null) {
                unread.add(file);
            }
        }
        unread.addAll(files.values());
        Collections.sort(unread);
        for (FoundFile file : unread) {
            HeaderCache.Entry entry = open(file, root, problems);
            if (entry != null) {
                entries.add(entry);
            }
        }
        // What is remembered is in order: this costs something only where there is something new.
        entries.sort(Comparator.comparing(HeaderCache.Entry::file));
        if (cache != null && problems.isEmpty() && (opened > 0 || known.size() != entries.size())) {
            long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            cache.write(entries.stream().filter(entry -> isSettled(entry, now)).toList());
        }
        return entries;
    }

    private HeaderCache.@Nullable Entry open(FoundFile file, Path root, ScriptProblems problems) {
        opened++;
        try {
            String text = SourceText.read(file.path(), charset);
            Optional<FileHeader> header = file.isJava() ? JavaHeaderParser.parse(text) : SqlHeaderParser.parse(text);
            if (header.isEmpty() && !file.isJava()) {
                throw new HeaderProblemException(
                        1,
                        "the file does not say which revision it is",
                        "begin it with '-- revision: ID', or move it out of the version location");
            }
            return new HeaderCache.Entry(file, header);
        } catch (HeaderProblemException e) {
            unreadable.add(file.path());
            problems.add(Shown.path(file.path(), root) + ":" + e.line(), String.valueOf(e.getMessage()), e.hint());
            return null;
        }
    }

    private static boolean isSettled(HeaderCache.Entry entry, long now) {
        long modified = entry.file().modified();
        boolean coarse = modified % TimeUnit.SECONDS.toNanos(1) == 0;
        return now - modified > (coarse ? COARSE_CLOCK : FINE_CLOCK);
    }
}
