package dev.retort.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Remembers the headers of a script directory between two commands, one file for all of them. It is only ever a
 * shortcut: where it is missing, damaged or cannot be written, the revision files are read.
 */
final class HeaderCache {

    private static final int MAGIC = 0x52544833;
    private static final int CHECKSUM_BYTES = 8;

    /**
     * What is known of one file.
     *
     * @param header empty where the file is no revision
     */
    record Entry(FoundFile file, Optional<FileHeader> header) {}

    /**
     * What a file said when it had this size and time.
     *
     * @param path the whole path, as text
     * @param header empty where the file is no revision
     */
    record Remembered(String path, long size, long modified, Optional<FileHeader> header) {

        boolean isOf(FoundFile found) {
            return size == found.size() && modified == found.modified();
        }
    }

    private final Path file;
    private final String key;

    /** Use the file in {@code cache} that belongs to the script directory and its settings, described by {@code key}. */
    HeaderCache(Path cache, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        // Two keys of one name only take turns with the file: it says whose it is.
        this.file = cache.resolve("headers").resolve(Long.toHexString(checksum(bytes, bytes.length)) + ".bin");
        this.key = key;
    }

    /** Read what was remembered, in the order it was written; nothing where the cache is not there or damaged. */
    List<Remembered> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - CHECKSUM_BYTES;
            if (length < CHECKSUM_BYTES) {
                return List.of();
            }
            ByteBuffer input = ByteBuffer.wrap(bytes);
            if (input.getInt() != MAGIC || checksum(bytes, length) != input.getLong(length)) {
                return List.of();
            }
            if (!text(input).equals(key)) {
                return List.of();
            }
            int count = input.getInt();
            List<Remembered> entries = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                entries.add(new Remembered(text(input), input.getLong(), input.getLong(), header(input)));
            }
            return entries;
        } catch (IOException | RuntimeException e) {
            // A damaged cache is as good as none.
            return List.of();
        }
    }

    /** Remember {@code entries}, replacing what was remembered before; do nothing where that is not possible. */
    void write(Collection<Entry> entries) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * 200 + 16);
            DataOutputStream output = new DataOutputStream(bytes);
            output.writeInt(MAGIC);
            text(output, key);
            output.writeInt(entries.size());
            for (Entry entry : entries) {
                entry(output, entry);
            }
            byte[] body = bytes.toByteArray();
            output.writeLong(checksum(body, body.length));
            AtomicFile.replace(file, bytes.toByteArray());
        } catch (IOException | SecurityException e) {
            // The next command reads the files again: slower, not wrong.
            return;
        }
    }

    private static Optional<FileHeader> header(ByteBuffer input) {
        if (input.get() == 0) {
            return Optional.empty();
        }
        String id = text(input);
        List<String> down = texts(input);
        List<String> labels = texts(input);
        List<String> depends = texts(input);
        String message = text(input);
        String created = input.get() == 0 ? null : text(input);
        return Optional.of(new FileHeader(id, down, labels, depends, message, created, input.getInt(), text(input)));
    }

    private static void entry(DataOutputStream output, Entry entry) throws IOException {
        text(output, entry.file().text());
        output.writeLong(entry.file().size());
        output.writeLong(entry.file().modified());
        output.writeBoolean(entry.header().isPresent());
        if (entry.header().isEmpty()) {
            return;
        }
        FileHeader header = entry.header().get();
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

    private static String text(ByteBuffer input) {
        int length = input.getInt();
        if (length == 0) {
            return "";
        }
        byte[] bytes = new byte[length];
        input.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void text(DataOutputStream output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static List<String> texts(ByteBuffer input) {
        int count = input.getInt();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(text(input));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(input));
        }
        return texts;
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
