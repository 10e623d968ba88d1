package dev.retort.script;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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
     * Read the headers of {@code files}, and give them in order; what is wrong goes to {@code problems}.
     *
     * @param root what problems name the files relative to
     */
    List<HeaderCache.Entry> read(List<FoundFile> files, Path root, ScriptProblems problems) {
        List<HeaderCache.Remembered> known = cache == null ? List.of() : cache.read();
        List<HeaderCache.Entry> entries = unchanged(files, known);
        if (entries != null) {
            return entries;
        }
        entries = changed(files, known, root, problems);
        if (cache != null && problems.isEmpty()) {
            remember(files, entries, cache);
        }
        return entries;
    }

    /** Put what is known in order, or give {@code null} if it is not that of exactly these files as they are. */
    private static @Nullable List<HeaderCache.Entry> unchanged(
            List<FoundFile> files, List<HeaderCache.Remembered> known) {
        if (known.size() != files.size()) {
            return null;
        }
        HeaderCache.Entry[] entries = new HeaderCache.Entry[files.size()];
        for (int i = 0; i < entries.length; i++) {
            HeaderCache.Remembered remembered = known.get(i);
            FoundFile file = files.get(i);
            if (!remembered.isOf(file)) {
                return null;
            }
            entries[remembered.place()] = new HeaderCache.Entry(file, remembered.header());
        }
        return Arrays.asList(entries);
    }

    private List<HeaderCache.Entry> changed(
            List<FoundFile> files, List<HeaderCache.Remembered> known, Path root, ScriptProblems problems) {
        Map<String, HeaderCache.Remembered> byPath = new HashMap<>();
        for (HeaderCache.Remembered remembered : known) {
            byPath.put(remembered.path(), remembered);
        }
        List<FoundFile> inOrder = new ArrayList<>(files);
        Collections.sort(inOrder);
        List<HeaderCache.Entry> entries = new ArrayList<>(files.size());
        for (FoundFile file : inOrder) {
            HeaderCache.Remembered remembered = byPath.get(file.text());
            HeaderCache.Entry entry = remembered != null && remembered.isOf(file)
                    ? new HeaderCache.Entry(file, remembered.header())
                    : open(file, root, problems);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Remember what will not change unnoticed, in the order in which the files are found again. */
    private static void remember(List<FoundFile> files, List<HeaderCache.Entry> inOrder, HeaderCache cache) {
        Map<String, Integer> places = new HashMap<>();
        for (HeaderCache.Entry entry : inOrder) {
            places.put(entry.file().text(), places.size());
        }
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        List<HeaderCache.Entry> settled = new ArrayList<>();
        List<Integer> settledPlaces = new ArrayList<>();
        for (FoundFile file : files) {
            Integer place = places.get(file.text());
            if (place != null && isSettled(file, now)) {
                settled.add(inOrder.get(place));
                settledPlaces.add(place);
            }
        }
        cache.write(settled, settledPlaces);
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

    private static boolean isSettled(FoundFile file, long now) {
        long modified = file.modified();
        boolean coarse = modified % TimeUnit.SECONDS.toNanos(1) == 0;
        return now - modified > (coarse ? COARSE_CLOCK : FINE_CLOCK);
    }
}
