package dev.retort.script;

import java.nio.file.Path;

/**
 * A file of a version location, not opened yet.
 *
 * <p>Files are ordered by location and path. Compared are texts: a path compares itself byte by byte, which is slow where
 * ten thousand begin alike.
 *
 * @param location the place of its version location among all, from 0
 * @param modified when it was last changed, in nanoseconds since 1970
 */
record FoundFile(int location, Path path, long size, long modified) implements Comparable<FoundFile> {

    /** Give the path as text. */
    String text() {
        return path.toString();
    }

    @Override
    public int compareTo(FoundFile other) {
        return location == other.location ? text().compareTo(other.text()) : Integer.compare(location, other.location);
    }

    boolean isJava() {
        return text().endsWith(".java");
    }
}
