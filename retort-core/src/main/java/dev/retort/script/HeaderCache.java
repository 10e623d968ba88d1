package dev.retort.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Remembers the headers of a script directory between two commands, one file for all of them. It is only ever a
 * shortcut: where it is missing, damaged or cannot be written, the revision files are read.
 */
final class HeaderCache {

    private static final int MAGIC = 0x52544834;
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
     * @param place the file's place when all that were there are in order, from 0
     * @param header empty where the file is no revision
     */
    record Remembered(String path, long size, long modified, int place, Optional<FileHeader> header) {

        boolean isOf(FoundFile found) {
            return size == found.size() && modified == found.modified() && path.equals(found.text());
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
            if (length < CHECKSUM_BYTES || checksum(bytes, length) != new CachedBytes(bytes, length).time()) {
                return List.of();
            }
            CachedBytes input = new CachedBytes(bytes, 0);
            if (input.number() != MAGIC || !input.text().equals(key)) {
                return List.of();
            }
            int count = input.number();
            List<Remembered> entries = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                entries.add(new Remembered(input.text(), input.time(), input.time(), input.number(), header(input)));
            }
            return entries;
        } catch (IOException | RuntimeException e) {
            // A damaged cache is as good as none.
            return List.of();
        }
    }

    /**
     * Remember {@code entries}, replacing what was remembered before; do nothing where that is not possible.
     *
     * @param places of each entry's file, its place when files are in order
     */
    void write(List<Entry> entries, List<Integer> places) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * 200 + 16);
            DataOutputStream output = new DataOutputStream(bytes);
            output.writeInt(MAGIC);
            text(output, key);
            output.writeInt(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                entry(output, entries.get(i), places.get(i));
            }
            byte[] body = bytes.toByteArray();
            output.writeLong(checksum(body, body.length));
            AtomicFile.replace(file, bytes.toByteArray());
        } catch (IOException | SecurityException e) {
            // The next command reads the files again: slower, not wrong.
            return;
        }
    }

    private static Optional<FileHeader> header(CachedBytes input) {
        if (!input.flag()) {
            return Optional.empty();
        }
        return Optional.of(new FileHeader(
                input.text(),
                input.texts(),
                input.texts(),
                input.texts(),
                input.text(),
                input.flag() ? input.text() : null,
                input.number(),
                input.text()));
    }

    private static void entry(DataOutputStream output, Entry entry, int place) throws IOException {
        text(output, entry.file().text());
        output.writeLong(entry.file().size());
        output.writeLong(entry.file().modified());
        output.writeInt(place);
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
