package dev.retort.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RevisionDetail;

/**
 * Remembers the headers of a script directory between two commands, one file for all of them. It is only ever a
 * shortcut: where it is missing, damaged or cannot be written, the revision files are read.
 *
 * <p>The file has two parts. The first holds the states of the revision files, column by column, and what is known of the
 * heads; the second the headers, which whoever asks for the heads alone need not read.
 */
final class HeaderCache {

    private static final int MAGIC = 0x52544839;

    /**
     * What is known of one file.
     *
     * @param header empty where the file is no revision
     */
    record Entry(FoundFile file, Optional<FileHeader> header) {}

    private final Path file;
    private final String key;

    /** Use the file in {@code cache} that belongs to the script directory and its settings, described by {@code key}. */
    HeaderCache(Path cache, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        // Two keys of one name only take turns with the file: it says whose it is.
        this.file = cache.resolve("headers").resolve(Long.toHexString(checksum(bytes, bytes.length)) + ".bin");
        this.key = key;
    }

    /** Read what was remembered, but for the headers; nothing where the cache is not there or damaged. */
    RememberedHeaders read() {
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            if (input.readInt() != MAGIC) {
                return RememberedHeaders.NONE;
            }
            long checksum = input.readLong();
            byte[] bytes = part(input, checksum);
            CachedBytes states = new CachedBytes(bytes, 0);
            return states.text().equals(key) ? new RememberedHeaders(states, this, checksum) : RememberedHeaders.NONE;
        } catch (IOException | RuntimeException e) {
            // A damaged cache is as good as none.
            return RememberedHeaders.NONE;
        }
    }

    /** Read the headers that belong to what was read before; {@code null} where the file was written since. */
    @Nullable
    CachedBytes headers(long states) {
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            if (input.readInt() != MAGIC || input.readLong() != states) {
                return null;
            }
            input.skipBytes(input.readInt());
            return new CachedBytes(part(input, input.readLong()), 0);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static byte[] part(RandomAccessFile input, long checksum) throws IOException {
        int length = input.readInt();
        if (length < 0 || length > input.length()) {
            throw new IOException("a length of " + length);
        }
        byte[] bytes = new byte[length];
        input.readFully(bytes);
        if (checksum(bytes, length) != checksum) {
            throw new IOException("another checksum");
        }
        return bytes;
    }

    /**
     * Remember headers, replacing what was remembered before; do nothing where that is not possible.
     *
     * @param entries in the order in which the files are found
     * @param places of each entry's file, its place when files are in order
     * @param heads what is known of the heads, or {@code null} where not all files are among {@code entries}
     */
    void write(List<Entry> entries, List<Integer> places, @Nullable List<RevisionDetail> heads) {
        try {
            ByteArrayOutputStream headers = new ByteArrayOutputStream(entries.size() * 150 + 16);
            ByteArrayOutputStream states = new ByteArrayOutputStream(entries.size() * 100 + 16);
            DataOutputStream header = new DataOutputStream(headers);
            DataOutputStream state = new DataOutputStream(states);
            text(state, key);
            state.writeInt(entries.size());
            states(state, entries);
            for (int place : places) {
                state.writeInt(place);
            }
            for (Entry entry : entries) {
                state.writeInt(header.size());
                header(header, entry.header());
            }
            heads(state, entries, heads);
            ByteArrayOutputStream whole = new ByteArrayOutputStream(states.size() + headers.size() + 64);
            DataOutputStream output = new DataOutputStream(whole);
            output.writeInt(MAGIC);
            part(output, states.toByteArray());
            part(output, headers.toByteArray());
            AtomicFile.replace(file, whole.toByteArray());
        } catch (IOException | SecurityException e) {
            // The next command reads the files again: slower, not wrong.
            return;
        }
    }

    private static void part(DataOutputStream output, byte[] bytes) throws IOException {
        output.writeLong(checksum(bytes, bytes.length));
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static void states(DataOutputStream output, List<Entry> entries) throws IOException {
        StringBuilder names = new StringBuilder();
        for (Entry entry : entries) {
            names.append(entry.file().name());
        }
        output.writeBoolean(RevisionFiles.isPlain(names));
        text(output, names.toString());
        int end = 0;
        for (Entry entry : entries) {
            end += entry.file().name().length();
            output.writeInt(end);
        }
        for (Entry entry : entries) {
            output.writeLong(entry.file().size());
        }
        for (Entry entry : entries) {
            output.writeLong(entry.file().modified());
        }
        for (Entry entry : entries) {
            output.writeInt(entry.file().location().place());
        }
    }

    private static void heads(DataOutputStream output, List<Entry> entries, @Nullable List<RevisionDetail> heads)
            throws IOException {
        output.writeBoolean(heads != null);
        if (heads == null) {
            return;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Optional<FileHeader> header = entries.get(i).header();
            if (header.isPresent()) {
                numbers.put(header.get().id(), i);
            }
        }
        output.writeInt(heads.size());
        for (RevisionDetail head : heads) {
            int number = Objects.requireNonNull(numbers.get(head.header().id()));
            output.writeInt(number);
            header(output, entries.get(number).header());
            texts(output, head.labels());
            texts(output, head.dependents());
        }
    }

    private static void header(DataOutputStream output, Optional<FileHeader> found) throws IOException {
        output.writeBoolean(found.isPresent());
        if (found.isEmpty()) {
            return;
        }
        FileHeader header = found.get();
        text(output, header.id());
        texts(output, header.downRevisions());
        texts(output, header.branchLabels());
        texts(output, header.dependsOn());
        text(output, header.message());
        String created = header.created();
        output.writeBoolean(created != null);
        if (created != null) {
            text(output, created);
        }
        output.writeInt(header.line());
        text(output, header.className());
    }

    private static void text(DataOutputStream output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static void texts(DataOutputStream output, List<String> texts) throws IOException {
        output.writeInt(texts.size());
        for (String text : texts) {
            text(output, text);
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
