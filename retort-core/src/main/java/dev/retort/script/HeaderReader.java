package dev.retort.script;

import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Reads the headers of revision files, in several threads where they are many. */
final class HeaderReader {

    private final Charset charset;
    private final List<Path> unreadable = new ArrayList<>();
    private int opened;

    HeaderReader(Charset charset) {
        this.charset = charset;
    }

    /** Reads the headers of some files. */
    private static final class Reading extends SharedWork {

        private static final int TOGETHER = 16;

        private final List<FoundFile> files;
        private final Charset charset;
        private final HeaderCache.@Nullable Entry[] entries;
        private final @Nullable HeaderProblemException[] problems;

        Reading(List<FoundFile> files, Charset charset) {
            super(files.size(), TOGETHER);
            this.files = files;
            this.charset = charset;
            this.entries = new HeaderCache.@Nullable Entry[files.size()];
            this.problems = new @Nullable HeaderProblemException[files.size()];
        }

        @Override
        void work(int number) {
            try {
                entries[number] = open(files.get(number), charset);
            } catch (HeaderProblemException e) {
                problems[number] = e;
            }
        }
    }

    /** List the files whose header could not be read, in order. */
    List<Path> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Count the revision files that were opened. */
    int opened() {
        return opened;
    }

    /** Give the headers of {@code files} in order, where they are as they were. */
    static List<HeaderCache.Entry> unchanged(List<FoundFile> files, RememberedHeaders known) {
        HeaderCache.Entry[] entries = new HeaderCache.Entry[files.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[known.place(i)] = new HeaderCache.Entry(files.get(i), known.header(i));
        }
        return Arrays.asList(entries);
    }

    /**
     * Read the headers of {@code files}, and give them in order; what is wrong goes to {@code problems}.
     *
     * @param known what is remembered of files that are as they were
     * @param root what problems name the files relative to
     * @throws RetortException if the thread is interrupted
     */
    List<HeaderCache.Entry> read(List<FoundFile> files, RememberedHeaders known, Path root, ScriptProblems problems) {
        Map<String, Integer> numbers = known.numbers();
        List<FoundFile> inOrder = new ArrayList<>(files);
        Collections.sort(inOrder);
        List<FoundFile> unknown = new ArrayList<>();
        for (FoundFile file : inOrder) {
            if (known.number(file, numbers) == null) {
                unknown.add(file);
            }
        }
        Reading reading = read(unknown);
        List<HeaderCache.Entry> entries = new ArrayList<>(files.size());
        for (FoundFile file : inOrder) {
            Integer number = known.number(file, numbers);
            HeaderCache.Entry entry = number == null
                    ? opened(reading, root, problems)
                    : new HeaderCache.Entry(file, known.header(number));
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private Reading read(List<FoundFile> files) {
        Reading reading = new Reading(files, charset);
        reading.begin();
        try {
            reading.finish();
        } catch (InterruptedIOException e) {
            throw new RetortException("Cannot read the revisions: " + e.getMessage(), "run the command again", e);
        }
        return reading;
    }

    /** Give the next of the files that were opened, or {@code null} where its header could not be read. */
    private HeaderCache.@Nullable Entry opened(Reading reading, Path root, ScriptProblems problems) {
        int number = opened++;
        HeaderProblemException problem = reading.problems[number];
        if (problem != null) {
            Path path = reading.files.get(number).path();
            unreadable.add(path);
            problems.add(
                    Shown.path(path, root) + ":" + problem.line(),
                    String.valueOf(problem.getMessage()),
                    problem.hint());
        }
        return reading.entries[number];
    }

    private static HeaderCache.Entry open(FoundFile file, Charset charset) throws HeaderProblemException {
        String text = SourceText.read(file.path(), charset);
        Optional<FileHeader> header = file.isJava() ? JavaHeaderParser.parse(text) : SqlHeaderParser.parse(text);
        if (header.isEmpty() && !file.isJava()) {
            throw new HeaderProblemException(
                    1,
                    "the file does not say which revision it is",
                    "begin it with '-- revision: ID', or move it out of the version location");
        }
        return new HeaderCache.Entry(file, header);
    }
}
