package dev.retort.script;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads the headers of revision files, and remembers those of files that are as they were. */
final class HeaderReader {

    private final Charset charset;
    private final List<Path> unreadable = new ArrayList<>();
    private int opened;

    HeaderReader(Charset charset) {
        this.charset = charset;
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
     */
    List<HeaderCache.Entry> read(List<FoundFile> files, RememberedHeaders known, Path root, ScriptProblems problems) {
        Map<String, Integer> numbers = known.numbers();
        List<FoundFile> inOrder = new ArrayList<>(files);
        Collections.sort(inOrder);
        List<HeaderCache.Entry> entries = new ArrayList<>(files.size());
        for (FoundFile file : inOrder) {
            Integer number = known.number(file, numbers);
            HeaderCache.Entry entry =
                    number == null ? open(file, root, problems) : new HeaderCache.Entry(file, known.header(number));
            if (entry != null) {
                entries.add(entry);
            }
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
}
