package dev.retort.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.RevisionFormat;
import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/**
 * The folder of {@code Env.java}, the templates and the revisions.
 *
 * <p>The files are looked at once, when they are first needed, and again after {@link #write} or {@link #refresh}. An
 * instance is meant for one thread.
 */
public final class ScriptDirectory implements RevisionSource {

    private static final String VERSIONS = "versions";

    private final Settings settings;
    private final Map<String, HeaderCache.Entry> byId = new HashMap<>();
    private @Nullable FileHeaders files;
    private int opened;

    private ScriptDirectory(Settings settings) {
        this.settings = settings;
    }

    /**
     * Open the script directory that {@code settings} name.
     *
     * @throws RetortException if it is not there
     */
    public static ScriptDirectory open(Settings settings) {
        if (!isThere(settings)) {
            throw missing(settings, false);
        }
        return new ScriptDirectory(settings);
    }

    /** Tell whether the script directory that {@code settings} name is there. */
    public static boolean isThere(Settings settings) {
        return Files.isDirectory(settings.get(Setting.SCRIPT_LOCATION));
    }

    /**
     * Say that the script directory is not there.
     *
     * @param searched whether the application's classes were searched for revisions as well
     */
    static RetortException missing(Settings settings, boolean searched) {
        String shown = Shown.path(settings.get(Setting.SCRIPT_LOCATION), settings.folder());
        String origin = settings.origin(Setting.SCRIPT_LOCATION).orElse("retort.toml");
        if (searched) {
            return new RetortException(
                    "There is no script directory '%s', and nothing in class_path carries revisions".formatted(shown),
                    "correct script_location in %s, or compile the application with retort-core as annotation processor"
                            .formatted(origin));
        }
        return new RetortException(
                "There is no script directory '%s'".formatted(shown),
                "run 'retort init %s' to make one, or correct script_location in %s".formatted(shown, origin));
    }

    /**
     * Make a new script directory.
     *
     * @throws RetortException if it exists and is not empty, or cannot be written; nothing is left behind then
     */
    public static InitResult init(InitRequest request) {
        return new ScriptInit(request).make();
    }

    /** Give the folder itself. */
    public Path path() {
        return settings.get(Setting.SCRIPT_LOCATION);
    }

    /** List the folders that hold revisions. */
    public List<Path> versionLocations() {
        List<Path> locations = settings.get(Setting.VERSION_LOCATIONS);
        return locations.isEmpty() ? List.of(path().resolve(VERSIONS)) : locations;
    }

    private FileHeaders files() {
        if (files == null) {
            files = FileHeaders.in(isBegun() ? versionLocations() : List.of(), settings);
        }
        return files;
    }

    /**
     * Tell whether there is a place for revisions. Where no setting names it, its absence means that there are none yet: git
     * keeps no empty folder.
     *
     * @throws RetortException if a place that the settings name is not there
     */
    public boolean isBegun() {
        for (Path location : versionLocations()) {
            if (!Files.isDirectory(location)) {
                if (settings.get(Setting.VERSION_LOCATIONS).isEmpty() && !Files.exists(location)) {
                    return false;
                }
                throw noLocation(location);
            }
        }
        return true;
    }

    private RetortException noLocation(Path location) {
        String shown = Shown.path(location, settings.folder());
        if (Files.exists(location)) {
            return new RetortException(
                    "The version location '%s' is a file".formatted(shown),
                    "move the file away, or name another folder by version_locations");
        }
        return new RetortException(
                "There is no version location '%s'".formatted(shown),
                "create the folder (git keeps no empty ones), or correct version_locations in %s"
                        .formatted(settings.origin(Setting.VERSION_LOCATIONS).orElse("retort.toml")));
    }

    /**
     * Read the history from the heads of the revision files.
     *
     * @throws RetortException with everything that is wrong with the files, or with the history they describe
     */
    @Override
    public RevisionGraph graph() {
        return files().graph();
    }

    @Override
    public List<RevisionDetail> heads() {
        return files().heads();
    }

    /**
     * List what the heads of the revision files say, in the order of the files.
     *
     * @throws RetortException with everything that is wrong with the files
     */
    @Override
    public List<RevisionHeader> headers() {
        return files().headers();
    }

    /**
     * Find the file of the revision {@code id}.
     *
     * @throws RetortException if there is no such revision
     */
    public Path file(String id) {
        return entry(id).file().path();
    }

    /** Look at the files again when they are next needed. */
    public void refresh() {
        opened = openedFiles();
        files = null;
        byId.clear();
    }

    /**
     * Load the code of the revisions {@code ids}; those in Java are compiled in one go where they have to be.
     *
     * @return the code by id, in the order asked for
     * @throws RetortException with everything that is wrong with the files or that the compiler finds wrong
     */
    @Override
    public Map<String, RevisionCode> load(Collection<String> ids, ProjectClassPath project) {
        return loaded(ids, project).codes();
    }

    private RevisionCodes.Loaded loaded(Collection<String> ids, ProjectClassPath project) {
        List<HeaderCache.Entry> wanted = ids.stream().map(this::entry).toList();
        return new RevisionLoader(settings, helpers(), project).load(wanted);
    }

    @Override
    public RevisionCodes prepare(Collection<String> ids, ProjectClassPath project) {
        return prepare(ids, project, RevisionCodes.MOST_CHARACTERS, RevisionCodes.MOST_CLASSES);
    }

    /** Prepare revisions of whose SQL at most so many characters stay in memory, and so many classes. */
    RevisionCodes prepare(Collection<String> ids, ProjectClassPath project, long most, int mostClasses) {
        List<HeaderCache.Entry> wanted = ids.stream().map(this::entry).toList();
        RevisionCodes codes = new RevisionCodes(again -> loaded(again, project));
        new RevisionLoader(settings, helpers(), project).load(wanted, codes, most, mostClasses);
        return codes;
    }

    /**
     * Load the user's {@code Env.java}: an instance of its class, which implements {@code Environment}.
     *
     * @return the instance; empty where there is no such file, or where it is as {@code init} made it
     * @throws RetortException if it does not compile
     */
    @Override
    public Optional<Object> loadEnv(ProjectClassPath project) {
        return ownEnvironment()
                .map(text -> new RevisionLoader(settings, helpers(), project).loadEnv(environmentFile(), text));
    }

    Path environmentFile() {
        return path().resolve("Env.java");
    }

    /** Read {@code Env.java}, unless it is as {@code init} made it. */
    Optional<String> ownEnvironment() {
        return Optional.of(environmentFile())
                .filter(Files::exists)
                .map(this::read)
                .filter(text -> !text.replace("\r\n", "\n").equals(Template.resource("shared/Env.java")));
    }

    /**
     * Write a new revision's file in the format of the settings, whole or not at all, and never over another file.
     *
     * @return the file
     * @throws RetortException if it cannot be written
     */
    public Path write(NewRevision revision) {
        return write(revision, settings.get(Setting.REVISION_FORMAT));
    }

    /**
     * Write a new revision's file in {@code format}, whole or not at all, and never over another file.
     *
     * @return the file
     * @throws RetortException if it cannot be written, or lay where no revision is read
     */
    public Path write(NewRevision revision, RevisionFormat format) {
        return write(revision, format, folder -> {});
    }

    /**
     * Write a new revision's file as {@link #write(NewRevision)} does.
     *
     * @param folders is told its folder, if that had to be made
     */
    public Path write(NewRevision revision, Consumer<Path> folders) {
        return write(revision, settings.get(Setting.REVISION_FORMAT), folders);
    }

    private Path write(NewRevision revision, RevisionFormat format, Consumer<Path> folders) {
        RevisionWriter writer = new RevisionWriter(settings, versionLocations(), folders);
        Path file = writer.write(revision, location(revision), format);
        refresh();
        return file;
    }

    /**
     * Write into the file of the revision {@code id} that {@code parent} is its only parent; the rest of it stays as it is.
     *
     * @return the file
     * @throws RetortException if it cannot be rewritten; it stays as it is then
     */
    public Path reparent(String id, String parent) {
        HeaderCache.Entry entry = entry(id);
        Path file = entry.file().path();
        List<String> before = entry.header().orElseThrow().downRevisions();
        new ParentRewriter(settings.get(Setting.OUTPUT_ENCODING), settings.folder())
                .rewrite(file, entry.file().isJava(), before, parent);
        refresh();
        return file;
    }

    /**
     * Run the post-write hooks on a file just written.
     *
     * @throws RetortException if a hook fails; the file stays
     */
    public List<HookResult> runHooks(Path file) {
        List<HookResult> results = HookRunner.run(settings.get(Setting.POST_WRITE_HOOKS), file);
        refresh();
        return results;
    }

    /** Count the revision files that were opened to read their heads. */
    int openedFiles() {
        return opened + (files == null ? 0 : files.opened());
    }

    private Path location(NewRevision revision) {
        List<Path> locations = versionLocations();
        if (revision.versionPath().isPresent()) {
            Path asked = settings.folder().resolve(revision.versionPath().get()).normalize();
            return locations.stream()
                    .filter(asked::equals)
                    .findFirst()
                    .orElseThrow(() -> new RetortException(
                            "'%s' is not one of the version locations".formatted(Shown.path(asked, settings.folder())),
                            "add it to version_locations, or take one of " + shown(locations)));
        }
        for (String parent : revision.downRevisions()) {
            Path file = file(parent);
            // Of locations that lie in one another, the innermost.
            Optional<Path> location =
                    locations.stream().filter(file::startsWith).max(Comparator.comparingInt(Path::getNameCount));
            if (location.isPresent()) {
                return location.get();
            }
        }
        if (locations.size() > 1) {
            throw new RetortException(
                    "There are several version locations, and the new revision has no parent to go with",
                    "name one with --version-path: " + shown(locations));
        }
        return locations.get(0);
    }

    private String shown(List<Path> locations) {
        return locations.stream()
                .map(location -> Shown.path(location, settings.folder()))
                .collect(Collectors.joining(", "));
    }

    private HeaderCache.Entry entry(String id) {
        if (byId.isEmpty()) {
            for (HeaderCache.Entry entry : entries()) {
                entry.header().ifPresent(header -> byId.putIfAbsent(header.id(), entry));
            }
        }
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new RetortException(
                        "There is no revision '%s' in %s".formatted(id, shown(versionLocations())),
                        "run 'retort history' to see the revisions"));
    }

    /** Give the files and their headers, in order. */
    List<HeaderCache.Entry> entries() {
        return files().entries();
    }

    /** List the Java files that are no revisions: beside revisions, and beside {@code Env.java}. */
    List<Path> helpers() {
        List<Path> helpers = new ArrayList<>();
        for (HeaderCache.Entry entry : entries()) {
            if (entry.file().isJava() && entry.header().isEmpty()) {
                helpers.add(entry.file().path());
            }
        }
        try (Stream<Path> files = Files.list(path())) {
            files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Env.java"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .filter(file -> entries().stream()
                            .noneMatch(entry -> entry.file().path().equals(file)))
                    .forEach(helpers::add);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot list the script directory '%s': %s".formatted(path(), RetortException.reason(e)),
                    "check that you may read it",
                    e);
        }
        return helpers;
    }

    private String read(Path file) {
        try {
            return SourceText.read(file, StandardCharsets.UTF_8);
        } catch (HeaderProblemException e) {
            throw new RetortException(
                    "%s:%d: %s".formatted(Shown.path(file, settings.folder()), e.line(), e.getMessage()), e.hint(), e);
        }
    }
}
