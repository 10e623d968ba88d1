package dev.retort.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionHeader;

/**
 * What a {@link HeaderCache} holds: the states of files in columns, numbered as they were found, and their headers, each
 * decoded when it is asked for. Nearly every command waits until files are found to be as they were.
 */
final class RememberedHeaders {

    /** Nothing. */
    static final RememberedHeaders NONE = new RememberedHeaders();

    private final int count;
    private final boolean plain;
    private final String[] names;
    private final long[] sizes;
    private final long[] modified;
    private final int[] locations;
    private final int[] places;
    private final int[] positions;
    private final @Nullable List<Head> heads;
    private final @Nullable HeaderCache cache;
    private final long checksum;
    private @Nullable CachedBytes headers;

    /** What is known of a head: the number of its file, what that says, and what the whole history says of it. */
    private record Head(int file, FileHeader header, List<String> labels, List<String> dependents) {}

    private RememberedHeaders() {
        this(new CachedBytes(new byte[Integer.BYTES * 2 + 2], 0), null, 0);
    }

    /**
     * Decode the states and what is known of the heads.
     *
     * @param bytes what {@link HeaderCache} wrote behind its key
     * @param cache where the headers are
     * @param checksum what they are asked for with
     */
    RememberedHeaders(CachedBytes bytes, @Nullable HeaderCache cache, long checksum) {
        this.cache = cache;
        this.checksum = checksum;
        this.count = bytes.number();
        this.plain = bytes.flag();
        this.names = names(bytes.longText(plain), bytes.numbers(count));
        this.sizes = bytes.times(count);
        this.modified = bytes.times(count);
        this.locations = bytes.numbers(count);
        this.places = bytes.numbers(count);
        this.positions = bytes.numbers(count);
        this.heads = bytes.flag() ? heads(bytes) : null;
    }

    private static String[] names(String all, int[] ends) {
        String[] names = new String[ends.length];
        int start = 0;
        for (int i = 0; i < names.length; i++) {
            names[i] = all.substring(start, ends[i]);
            start = ends[i];
        }
        return names;
    }

    private static List<Head> heads(CachedBytes bytes) {
        int count = bytes.number();
        List<Head> heads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            heads.add(new Head(bytes.number(), header(bytes).orElseThrow(), bytes.texts(), bytes.texts()));
        }
        return heads;
    }

    /** Tell whether these are the headers of exactly {@code files}, as they are, found in this order. */
    boolean areOf(FoundFiles files) {
        return files.are(names, sizes, modified, locations);
    }

    private boolean isOf(int number, FoundFile file) {
        return sizes[number] == file.size()
                && modified[number] == file.modified()
                && locations[number] == file.location().place();
    }

    /** List the names of the files of a location, as they were found; none where a name may not be the file's own. */
    String[] names(int place) {
        if (!plain) {
            return new String[0];
        }
        int start = 0;
        while (start < count && locations[start] != place) {
            start++;
        }
        int end = start;
        while (end < count && locations[end] == place) {
            end++;
        }
        return Arrays.copyOfRange(names, start, end);
    }

    /** Number the files by their names and places. */
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            numbers.put(locations[i] + "/" + names[i], i);
        }
        return numbers;
    }

    /** Find the number of a file that is as it was, or {@code null} if it is not. */
    @Nullable
    Integer number(FoundFile file, Map<String, Integer> numbers) {
        Integer number = numbers.get(file.location().place() + "/" + file.name());
        return number != null && isOf(number, file) ? number : null;
    }

    /** Read the headers; {@code false} where there are none that belong to these states. */
    boolean areThere() {
        if (headers == null && cache != null) {
            headers = cache.headers(checksum);
        }
        return headers != null;
    }

    /** Give the header of a file, where {@link #areThere}; empty where it is no revision. */
    Optional<FileHeader> header(int number) {
        CachedBytes bytes = Objects.requireNonNull(headers);
        bytes.moveTo(positions[number]);
        return header(bytes);
    }

    private static Optional<FileHeader> header(CachedBytes bytes) {
        if (!bytes.flag()) {
            return Optional.empty();
        }
        return Optional.of(new FileHeader(
                bytes.text(),
                bytes.texts(),
                bytes.texts(),
                bytes.texts(),
                bytes.text(),
                bytes.flag() ? bytes.text() : null,
                bytes.number(),
                bytes.text()));
    }

    /** Tell the place of a file when all that were there are in order, from 0. */
    int place(int number) {
        return places[number];
    }

    /**
     * Give what is known of the heads, or {@code null} where nothing is.
     *
     * @param files those that these headers are of
     */
    @Nullable
    List<RevisionDetail> heads(FoundFiles files, Shown shown) {
        if (heads == null) {
            return null;
        }
        List<RevisionDetail> details = new ArrayList<>();
        for (Head head : heads) {
            RevisionHeader header =
                    head.header().at(shown.path(files.get(head.file()).path()));
            details.add(RevisionDetail.ofHead(header, head.labels(), head.dependents()));
        }
        return details;
    }
}
