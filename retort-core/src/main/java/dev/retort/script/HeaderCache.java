package dev.retort.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Remembers the headers of a script directory between two commands, one file for all of them. It is only ever a
 * shortcut: where it is missing, damaged or cannot be written, the revision files are read.
 */
final class HeaderCache {

    private static final int MAGIC = 0x52544831;
    private static final int CHECKSUM_BYTES = 8;

    /**
     * What is known of one file.
     *
     * @param header empty where the file is no revision
     */
    record Entry(FoundFile file, Optional<FileHeader> header) {}

    private final Path file;

    /** Use the file in {@code cache} that belongs to the script directory and its settings, described by {@code key}. */
    HeaderCache(Path cache, String key) {
        this.file = cache.resolve("headers").resolve(ContentHash.of(key) + ".bin");
    }

    /** Read what was remembered, by path; nothing where the cache is not there or damaged. */
    Map<String, Entry> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - CHECKSUM_BYTES;
            if (length < CHECKSUM_BYTES) {
                return Map.of();
            }
            DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes));
            if (input.readInt() != MAGIC || checksum(bytes, length) != checksumAtEnd(bytes, length)) {
                return Map.of();
            }
            int count = input.readInt();
            Map<String, Entry> entries = new HashMap<>(count * 2);
            for (int i = 0; i < count; i++) {
                Entry entry = entry(input);
                entries.put(entry.file().path().toString(), entry);
            }
            return entries;
        } catch (IOException | RuntimeException e) {
            // A damaged cache is as good as none.
            return Map.of();
        }
    }

    /** Remember {@code entries}, replacing what was remembered before; do nothing where that is not possible. */
    void write(Collection<Entry> entries) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * 200 + 16);
            DataOutputStream output = new DataOutputStream(bytes);
            output.writeInt(MAGIC);
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

    private static Entry entry(DataInputStream input) throws IOException {
        FoundFile file = new FoundFile(Path.of(text(input)), input.readLong(), input.readLong());
        if (!input.readBoolean()) {
            return new Entry(file, Optional.empty());
        }
        String id = text(input);
        List<String> down = texts(input);
        List<String> labels = texts(input);
        List<String> depends = texts(input);
        String message = text(input);
        String created = input.readBoolean() ? text(input) : null;
        return new Entry(
                file,
                Optional.of(new FileHeader(id, down, labels, depends, message, created, input.readInt(), text(input))));
    }

    private static void entry(DataOutputStream output, Entry entry) throws IOException {
        text(output, entry.file().path().toString());
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

    private static String text(DataInputStream input) throws IOException {
        return new String(input.readNBytes(input.readInt()), StandardCharsets.UTF_8);
    }

    private static void text(DataOutputStream output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static List<String> texts(DataInputStream input) throws IOException {
        int count = input.readInt();
        if (count == 0) {
            return List.of();
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

    private static long checksumAtEnd(byte[] bytes, int length) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(bytes, length, CHECKSUM_BYTES)).readLong();
    }
}
