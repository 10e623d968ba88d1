package dev.retort.script;

import java.nio.file.Path;

/**
 * A file of a version location, not opened yet.
 *
 * <p>Files are ordered by location and name. Compared are texts: a path compares itself byte by byte, which is slow where
 * ten thousand begin alike.
 *
 * @param location where it was found
 * @param name its path below the location, as text
 * @param path the whole path
 * @param modified when it was last changed, in nanoseconds since 1970
 */
record FoundFile(VersionLocation location, String name, Path path, long size, long modified)
        implements Comparable<FoundFile> {

    @Override
    public int compareTo(FoundFile other) {
        return location.place() == other.location.place()
                ? name.compareTo(other.name)
                : Integer.compare(location.place(), other.location.place());
    }

    boolean isJava() {
        return name.endsWith(".java");
    }
}
