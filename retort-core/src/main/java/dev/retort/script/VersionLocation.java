package dev.retort.script;

import java.nio.file.Path;

/**
 * A folder of revisions as its files are asked for: relative to where the process stands if it lies below, because the
 * system looks every folder of a path up again for each file.
 *
 * @param place its place among all locations, from 0
 * @param folder the whole path
 * @param shortest the same folder, by the shortest path that leads there
 */
record VersionLocation(int place, Path folder, Path shortest) {

    static VersionLocation of(int place, Path folder) {
        Path here = Path.of("").toAbsolutePath();
        boolean below = folder.startsWith(here) && folder.getNameCount() > here.getNameCount();
        return new VersionLocation(place, folder, below ? here.relativize(folder) : folder);
    }
}
