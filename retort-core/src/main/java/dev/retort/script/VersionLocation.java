package dev.retort.script;

import java.io.File;
import java.nio.file.Path;

/**
 * A folder of revisions as its files are asked for: relative to where the process stands if it lies below, because the
 * system looks every folder of a path up again for each file.
 *
 * @param place its place among all locations, from 0
 * @param folder the whole path
 * @param listed the same folder, by the shortest path that leads there
 * @param nameStart where the part below the folder begins in the text of a path below {@code listed}
 */
record VersionLocation(int place, Path folder, Path listed, int nameStart) {

    /** Ask by the whole path. */
    static VersionLocation whole(int place, Path folder) {
        return of(place, folder, folder);
    }

    /** Ask by the shortest path. */
    static VersionLocation shortest(int place, Path folder) {
        Path here = Path.of("").toAbsolutePath();
        boolean below = folder.startsWith(here) && folder.getNameCount() > here.getNameCount();
        return of(place, folder, below ? here.relativize(folder) : folder);
    }

    private static VersionLocation of(int place, Path folder, Path listed) {
        String text = listed.toString();
        return new VersionLocation(
                place, folder, listed, text.endsWith(File.separator) ? text.length() : text.length() + 1);
    }

    /** Give the whole path of a file that lies in {@link #listed} itself. */
    Path whole(Path found) {
        return found.isAbsolute() ? found : folder.resolve(found.getFileName());
    }
}
