package dev.retort.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.revision.BrokenGraphException;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** What the heads of all revision files say, as the files are when they are first looked at; read, or remembered. */
final class FileHeaders {

    /** Within this time a file may change again without its time showing it; whole seconds betray a coarse clock. */
    private static final long FINE_CLOCK = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long COARSE_CLOCK = TimeUnit.SECONDS.toNanos(2);

    private final Settings settings;
    private final FoundFiles files;
    private final @Nullable HeaderCache cache;
    private final RememberedHeaders remembered;
    private @Nullable List<HeaderCache.Entry> entries;
    private @Nullable RevisionGraph graph;
    private int opened;

    private FileHeaders(
            Settings settings, FoundFiles files, @Nullable HeaderCache cache, RememberedHeaders remembered) {
        this.settings = settings;
        this.files = files;
        this.cache = cache;
        this.remembered = remembered;
    }

    /**
     * Look at the files in {@code locations}, without opening any.
     *
     * @throws dev.retort.RetortException if a location cannot be listed
     */
    static FileHeaders in(List<Path> locations, Settings settings) {
        Path folder = settings.cacheDirectory().orElse(null);
        String key = locations + settings.get(Setting.OUTPUT_ENCODING).name();
        HeaderCache cache = folder == null ? null : new HeaderCache(folder, key);
        RememberedHeaders remembered = cache == null ? RememberedHeaders.NONE : cache.read();
        return new FileHeaders(
                settings,
                RevisionFiles.in(locations, settings.get(Setting.RECURSIVE_VERSION_LOCATIONS), remembered),
                cache,
                remembered);
    }

    /** Count the files that were opened. */
    int opened() {
        return opened;
    }

    /**
     * Give the files and their headers, in order.
     *
     * @throws dev.retort.RetortException with everything that is wrong with them
     */
    List<HeaderCache.Entry> entries() {
        if (entries == null) {
            ScriptProblems problems = new ScriptProblems();
            HeaderReader reader = new HeaderReader(settings.get(Setting.OUTPUT_ENCODING));
            RememberedHeaders readable = remembered.areThere() ? remembered : RememberedHeaders.NONE;
            boolean known = readable.areOf(files);
            List<HeaderCache.Entry> read = known
                    ? HeaderReader.unchanged(files, readable)
                    : reader.read(files, readable, settings.folder(), problems);
            opened += reader.opened();
            if (!problems.isEmpty()) {
                HistoryProblems.note(headers(read), reader.unreadable(), settings.folder(), problems);
                problems.throwIfAny("Cannot read the revisions");
            }
            entries = read;
            if (!known && cache != null) {
                remember(read, cache);
            }
        }
        return entries;
    }

    /**
     * List what the revisions say about themselves, in the order of their files.
     *
     * @throws dev.retort.RetortException with everything that is wrong with the files
     */
    List<RevisionHeader> headers() {
        return headers(entries());
    }

    private List<RevisionHeader> headers(List<HeaderCache.Entry> read) {
        Shown shown = new Shown(settings.folder());
        List<RevisionHeader> headers = new ArrayList<>();
        for (HeaderCache.Entry entry : read) {
            FileHeader header = entry.header().orElse(null);
            if (header != null) {
                headers.add(header.at(shown.path(entry.file().path())));
            }
        }
        return headers;
    }

    /**
     * Put the history together.
     *
     * @throws dev.retort.RetortException with everything that is wrong with the files, or with the history
     */
    RevisionGraph graph() {
        if (graph == null) {
            List<RevisionHeader> headers = headers();
            // Whoever remembers the headers makes the graph on the way.
            graph = graph == null ? graph(headers) : graph;
        }
        return graph;
    }

    private RevisionGraph graph(List<RevisionHeader> headers) {
        try {
            return RevisionGraph.of(headers);
        } catch (BrokenGraphException e) {
            throw e.reworded(problem -> LinkedFile.explain(problem, settings.folder()));
        }
    }

    /**
     * List the heads, without a look at the rest of the history where all is as it was.
     *
     * @throws dev.retort.RetortException as {@link #graph} does
     */
    List<RevisionDetail> heads() {
        if (graph == null && remembered.areOf(files)) {
            List<RevisionDetail> heads = remembered.heads(files, new Shown(settings.folder()));
            if (heads != null) {
                return heads;
            }
        }
        return heads(graph());
    }

    private static List<RevisionDetail> heads(RevisionGraph graph) {
        List<RevisionDetail> heads = new ArrayList<>();
        for (RevisionHeader head : graph.heads()) {
            heads.add(graph.detail(head.id()));
        }
        return heads;
    }

    /** Remember what will not change unnoticed, in the order in which the files are found again. */
    private void remember(List<HeaderCache.Entry> inOrder, HeaderCache to) {
        Map<FoundFile, Integer> places = new HashMap<>();
        for (HeaderCache.Entry entry : inOrder) {
            places.put(entry.file(), places.size());
        }
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        List<HeaderCache.Entry> settled = new ArrayList<>();
        List<Integer> settledPlaces = new ArrayList<>();
        for (FoundFile file : files) {
            Integer place = places.get(file);
            if (place != null && isSettled(file, now)) {
                settled.add(inOrder.get(place));
                settledPlaces.add(place);
            }
        }
        to.write(settled, settledPlaces, settled.size() == files.size() ? soundHeads(inOrder) : null);
    }

    /** Give the heads, or {@code null} if something is wrong with the history: told when somebody asks for it. */
    private @Nullable List<RevisionDetail> soundHeads(List<HeaderCache.Entry> read) {
        try {
            graph = RevisionGraph.of(headers(read));
            return heads(graph);
        } catch (BrokenGraphException e) {
            return null;
        }
    }

    private static boolean isSettled(FoundFile file, long now) {
        long modified = file.modified();
        boolean coarse = modified % TimeUnit.SECONDS.toNanos(1) == 0;
        return now - modified > (coarse ? COARSE_CLOCK : FINE_CLOCK);
    }
}
