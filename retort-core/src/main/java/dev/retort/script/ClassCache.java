package dev.retort.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Keeps compiled revisions between two commands, by the hash of everything that went into them. */
final class ClassCache {

    private static final int MAGIC = 0x52544332;

    private final Optional<Path> folder;

    ClassCache(Optional<Path> cache) {
        this.folder = cache.map(path -> path.resolve("classes"));
    }

    /** Find the classes kept under {@code key}; nothing where they are not there or damaged. */
    Optional<Map<String, byte[]>> find(String key) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file(folder.get(), key));
            DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes));
            if (input.readInt() != MAGIC || input.readLong() != checksum(bytes)) {
                return Optional.empty();
            }
            Map<String, byte[]> classes = new LinkedHashMap<>();
            int count = input.readInt();
            for (int i = 0; i < count; i++) {
                classes.put(input.readUTF(), input.readNBytes(input.readInt()));
            }
            return Optional.of(classes);
        } catch (IOException | RuntimeException e) {
            // What is not there, or not whole, is compiled again.
            return Optional.empty();
        }
    }

    /** Keep {@code classes} under {@code key}; do nothing where that is not possible. */
    void keep(String key, Map<String, byte[]> classes) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream output = new DataOutputStream(body);
            output.writeInt(MAGIC);
            output.writeLong(0);
            output.writeInt(classes.size());
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                output.writeUTF(entry.getKey());
                output.writeInt(entry.getValue().length);
                output.write(entry.getValue());
            }
            byte[] bytes = body.toByteArray();
            long checksum = checksum(bytes);
            for (int i = 0; i < Long.BYTES; i++) {
                bytes[Integer.BYTES + i] = (byte) (checksum >>> (56 - 8 * i));
            }
            AtomicFile.replace(file(folder.get(), key), bytes);
        } catch (IOException | SecurityException e) {
            // The next command compiles again: slower, not wrong.
            return;
        }
    }

    private static Path file(Path folder, String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2) + ".bin");
    }

    private static long checksum(byte[] bytes) {
        int start = Integer.BYTES + Long.BYTES;
        CRC32 checksum = new CRC32();
        checksum.update(bytes, start, bytes.length - start);
        return checksum.getValue();
    }
}
