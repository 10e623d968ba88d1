package dev.retort.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import dev.retort.RetortException;

/**
 * A jar that travels inside another jar.
 *
 * @param resource where it is
 */
record NestedJar(String resource) {

    /** The jar with the sources that need the application's own libraries. */
    static final NestedJar SOURCES = new NestedJar("META-INF/retort/retort-hibernate.jar");

    /**
     * Copy the jar to a file named by its content, unless it is there already.
     *
     * @return the file, or nothing if {@code loader} has no such jar
     */
    Optional<Path> extract(ClassLoader loader, Path cacheDirectory) {
        try (InputStream stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] content = stream.readAllBytes();
            Path file = cacheDirectory.resolve("models").resolve(ContentHash.of(content) + ".jar");
            if (!Files.exists(file)) {
                write(content, file);
            }
            return Optional.of(file);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot unpack what reads the model into '%s': %s"
                            .formatted(cacheDirectory, RetortException.reason(e)),
                    "let RETORT_CACHE name a folder that may be written",
                    e);
        }
    }

    /** Several runs may do this at once; each moves a whole file into place. */
    private static void write(byte[] content, Path file) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(folder, "unpack", ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
