package dev.retort.script;

import java.nio.file.Path;

/**
 * A file of a version location, not opened yet.
 *
 * <p>Files are ordered by location and name. Compared are texts: a path compares itself byte by byte, which is slow where
 * ten thousand begin alike.
 *
 * @param location where it was found
 * @param found the file as it was listed, below {@link VersionLocation#listed}
 * @param modified when it was last changed, in nanoseconds since 1970
 */
record FoundFile(VersionLocation location, Path found, long size, long modified) implements Comparable<FoundFile> {

    /** Give the whole path. */
    Path path() {
        return location.whole(found);
    }

    /** Give the path below the version location, as text. */
    String name() {
        return found.toString().substring(location.nameStart());
    }

    /** Give the length of {@link #name}. */
    int nameLength() {
        return found.toString().length() - location.nameStart();
    }

    /** Tell whether {@link #name} stands in {@code names} from {@code start} on. */
    boolean isNamed(String names, int start) {
        return names.regionMatches(start, found.toString(), location.nameStart(), nameLength());
    }

    @Override
    public int compareTo(FoundFile other) {
        return location.place() == other.location.place()
                ? found.toString().compareTo(other.found.toString())
                : Integer.compare(location.place(), other.location.place());
    }

    boolean isJava() {
        return found.toString().endsWith(".java");
    }
}
