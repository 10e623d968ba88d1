package dev.retort.script;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes files whole or not at all. */
final class AtomicFile {

    private AtomicFile() {}

    /** Write {@code bytes} to {@code file}, replacing what is there. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = temporary(file, bytes);
        try {
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Write {@code bytes} to {@code file}, which exists: behind a link if it is one, with the permissions it has. */
    static void rewrite(Path file, byte[] bytes) throws IOException {
        Path real = file.toRealPath();
        Path temporary = temporary(real, bytes);
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(real, PosixFileAttributeView.class);
            if (view != null) {
                Files.setPosixFilePermissions(temporary, view.readAttributes().permissions());
            }
            move(temporary, real);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Write {@code bytes} to a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if {@code file} exists; it stays as it is
     */
    static void create(Path file, byte[] bytes) throws IOException {
        Path temporary = temporary(file, bytes);
        try {
            Files.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path temporary(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve(".retort-" + Long.toHexString(System.nanoTime()) + "-"
                + Thread.currentThread().getId() + ".tmp");
        try {
            Files.write(temporary, bytes);
            return temporary;
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
