package dev.retort.script;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The files of the version locations that may be revisions, in columns: nearly every command compares them with what is
 * remembered, and needs none of ten thousand objects for that.
 */
final class FoundFiles extends AbstractList<FoundFile> implements RandomAccess {

    private final List<VersionLocation> locations = new ArrayList<>();
    private int count;
    private int[] places = new int[0];
    private String[] names = new String[0];
    private @Nullable Path[] paths = new Path[0];
    private long[] sizes = new long[0];
    private long[] modified = new long[0];

    /** Add the files of {@code location} from now on. */
    void startOf(VersionLocation location) {
        locations.add(location);
    }

    private void makeRoom(int more) {
        if (count + more > names.length) {
            int room = Math.max(count + more, count * 2);
            places = Arrays.copyOf(places, room);
            names = Arrays.copyOf(names, room);
            paths = Arrays.copyOf(paths, room);
            sizes = Arrays.copyOf(sizes, room);
            modified = Arrays.copyOf(modified, room);
        }
    }

    /**
     * Add a file.
     *
     * @param name its path below the location
     * @param path where it is, if its name cannot tell that: not all are text
     * @param changed when it was last changed, in nanoseconds since 1970
     */
    void add(String name, @Nullable Path path, long size, long changed) {
        makeRoom(1);
        places[count] = locations.size() - 1;
        names[count] = name;
        paths[count] = path;
        sizes[count] = size;
        modified[count] = changed;
        count++;
    }

    /** Add all files that {@code states} tell of. */
    void add(FileStates states) {
        int more = states.count();
        makeRoom(more);
        Arrays.fill(places, count, count + more, locations.size() - 1);
        states.copy(names, sizes, modified, count);
        count += more;
    }

    /** Leave out each file that was found before, in another location. */
    FoundFiles once() {
        Set<Path> known = new HashSet<>();
        FoundFiles once = new FoundFiles();
        int number = 0;
        for (VersionLocation location : locations) {
            once.startOf(location);
            for (; number < count && places[number] == location.place(); number++) {
                if (known.add(get(number).path())) {
                    once.add(names[number], paths[number], sizes[number], modified[number]);
                }
            }
        }
        return once;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public FoundFile get(int number) {
        VersionLocation location = locations.get(places[number]);
        Path path = paths[number];
        return new FoundFile(
                location,
                names[number],
                path == null ? location.folder().resolve(names[number]) : path,
                sizes[number],
                modified[number]);
    }

    /** Tell whether these are the files that columns tell of, in their order. */
    boolean are(String[] allNames, long[] allSizes, long[] allModified, int[] allPlaces) {
        return count == allSizes.length
                && Arrays.equals(sizes, 0, count, allSizes, 0, count)
                && Arrays.equals(modified, 0, count, allModified, 0, count)
                && Arrays.equals(places, 0, count, allPlaces, 0, count)
                && Arrays.equals(names, 0, count, allNames, 0, count);
    }
}
