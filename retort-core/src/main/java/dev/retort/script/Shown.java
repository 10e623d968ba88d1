package dev.retort.script;

import java.nio.file.Path;

/** Names files as messages show them. */
final class Shown {

    private Shown() {}

    /** Name {@code file} relative to {@code root} where it lies below, with forward slashes. */
    static String path(Path file, Path root) {
        Path shown = file.startsWith(root) && !file.equals(root) ? root.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
