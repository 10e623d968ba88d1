package dev.retort.script;

import java.io.File;
import java.nio.file.Path;

/** Names files as messages show them: relative to a folder where they lie below it, with forward slashes. */
final class Shown {

    private final String folder;

    /** Name files relative to {@code root}. */
    Shown(Path root) {
        String path = slashes(root);
        this.folder = path.endsWith("/") ? path : path + "/";
    }

    String path(Path file) {
        String path = slashes(file);
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }

    /** Name one {@code file} relative to {@code root}. */
    static String path(Path file, Path root) {
        return new Shown(root).path(file);
    }

    private static String slashes(Path path) {
        return File.separatorChar == '/' ? path.toString() : path.toString().replace(File.separatorChar, '/');
    }
}
