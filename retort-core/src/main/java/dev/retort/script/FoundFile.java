package dev.retort.script;

import java.nio.file.Path;

/**
 * A file of a version location, not opened yet.
 *
 * @param modified when it was last changed, in nanoseconds since 1970
 */
record FoundFile(Path path, long size, long modified) {

    boolean isJava() {
        return path.toString().endsWith(".java");
    }
}
