package dev.retort.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.environment.Adjustments;
import dev.retort.environment.Environment;
import dev.retort.environment.EnvironmentContext;
import dev.retort.migration.DatabaseChoice;
import dev.retort.model.ModelSettings;
import dev.retort.model.Models;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;
import dev.retort.runtime.RunListener;
import dev.retort.script.CarriedRevisions;
import dev.retort.script.HookResult;
import dev.retort.script.NewRevision;
import dev.retort.script.ProjectClassPath;
import dev.retort.script.RevisionCodes;
import dev.retort.script.RevisionSource;
import dev.retort.script.ScriptDirectory;

/**
 * What the commands work on: the one place where the rooms are put together, each opened when it is first needed.
 *
 * <p>Lives for one command; not safe for use by several threads.
 */
public final class Workspace {

    private final Settings settings;
    private final @Nullable String tag;
    private RunListener listener;
    private Consumer<String> notes;
    private final ClassLoader application;
    private @Nullable RevisionSource revisions;
    private @Nullable RevisionGraph graph;
    private @Nullable ProjectClassPath classPath;
    private boolean knowsWhereNoneCanBe;
    private boolean knowsAbsence;
    private @Nullable Adjustments adjustments;
    private @Nullable Database database;

    /**
     * Work with {@code settings}.
     *
     * @param settings what file, variables and options say
     * @param tag what {@code --tag} said, or {@code null} for nothing
     * @param listener is told how a run goes on
     * @param notes takes sentences for the user about what was assumed or left out
     */
    public Workspace(Settings settings, @Nullable String tag, RunListener listener, Consumer<String> notes) {
        this(settings, tag, listener, notes, Workspace.class.getClassLoader());
    }

    /**
     * Work with {@code settings} in an application.
     *
     * @param settings as above
     * @param tag as above
     * @param listener as above
     * @param notes as above
     * @param application the application's class loader: where there is no script directory, the revisions that it and
     *     {@code class_path} carry are the history
     */
    public Workspace(
            Settings settings,
            @Nullable String tag,
            RunListener listener,
            Consumer<String> notes,
            ClassLoader application) {
        this.application = application;
        this.settings = settings;
        this.tag = tag;
        this.listener = listener;
        this.notes = notes;
    }

    /**
     * Work with the revisions that an application carries as classes, wherever it runs: no file and no folder is looked at.
     *
     * @param application the application's class loader
     * @param overrides the settings: at least {@link Setting#URL}
     * @throws RetortException if the application carries no revisions, or its index of them cannot be read
     */
    public static Workspace carriedBy(ClassLoader application, Overrides overrides) {
        CarriedRevisions carried = CarriedRevisions.of(application);
        if (carried.isEmpty()) {
            throw new RetortException(
                    "The application carries no revisions",
                    "compile them with retort-core as annotation processor, and hand over the class loader that holds them");
        }
        Settings settings = Settings.withoutFile(Path.of(""), overrides);
        Workspace workspace = new Workspace(settings, null, RunListener.NONE, note -> {}, application);
        workspace.revisions = carried;
        return workspace;
    }

    /**
     * Read the settings of a command run in {@code workingDirectory}; an application that carries revisions needs no file.
     *
     * @throws RetortException if there is no file where one is needed, or with everything that is wrong with it
     */
    public static Settings settings(Path workingDirectory, Overrides overrides, ClassLoader application) {
        boolean dispensable = !Settings.isFileDue(workingDirectory, overrides) && CarriedRevisions.areIn(application);
        return dispensable
                ? Settings.loadOrDefaults(workingDirectory, overrides)
                : Settings.load(workingDirectory, overrides);
    }

    /** Give the settings. */
    public Settings settings() {
        return settings;
    }

    /** Say which of several databases this is about. */
    public DatabaseChoice choice() {
        List<String> all = settings.get(Setting.DATABASES);
        return all.isEmpty()
                ? DatabaseChoice.NONE
                : new DatabaseChoice(
                        settings.environmentName().filter(all::contains).orElse(null), all);
    }

    /** Say where a revision is: its file, or its class where the application carries it. */
    public String place(RevisionHeader header) {
        return revisions() instanceof ScriptDirectory ? file(header).toString() : header.origin();
    }

    /**
     * Give the file of a revision.
     *
     * @throws RetortException if the application carries the revisions as classes
     */
    public Path file(RevisionHeader header) {
        return scripts().file(header.id());
    }

    /** Give the database's URL without its password. */
    public String shownUrl() {
        return database().shownUrl();
    }

    /**
     * Give the revisions as files, for commands that write.
     *
     * @throws RetortException if the application carries them as classes
     */
    ScriptDirectory scripts() {
        if (revisions() instanceof ScriptDirectory scripts) {
            return scripts;
        }
        throw new RetortException(
                "The application carries the revisions as classes, and there are no files to change",
                "run the command in the application's project, where its script directory is");
    }

    private RevisionSource revisions() {
        if (revisions == null) {
            revisions = ScriptDirectory.isThere(settings)
                    ? ScriptDirectory.open(settings)
                    : CarriedRevisions.instead(settings, application, ProjectClassPath.of(resolvedClassPath()));
        }
        return revisions;
    }

    /** Make the code of revisions ready, compiled where it has to be. */
    RevisionCodes prepare(List<String> ids) {
        return revisions().prepare(ids, revisionClassPath());
    }

    /** Give what revisions are compiled with; those that the application carries are compiled. */
    private ProjectClassPath revisionClassPath() {
        return revisions() instanceof ScriptDirectory ? classPath() : ProjectClassPath.none();
    }

    /** Give what reads the desired schema. */
    Models models() {
        return Models.in(application);
    }

    RevisionGraph graph() {
        if (graph == null) {
            graph = revisions().graph();
            tellWhereNoneCanBe();
        }
        return graph;
    }

    /** List the revisions that none names as a parent. */
    List<RevisionDetail> heads() {
        List<RevisionDetail> heads = revisions().heads();
        tellWhereNoneCanBe();
        return heads;
    }

    /** Say no more that there is no place for revisions: this command makes it. */
    void beginsHistory() {
        knowsWhereNoneCanBe = true;
    }

    private void tellWhereNoneCanBe() {
        if (!knowsWhereNoneCanBe && revisions() instanceof ScriptDirectory scripts && !scripts.isBegun()) {
            Path folder = settings.folder();
            for (Path location : scripts.versionLocations()) {
                Path shown = location.startsWith(folder) ? folder.relativize(location) : location;
                notes.accept("There are no revisions yet: '" + shown + "' is not there");
            }
        }
        knowsWhereNoneCanBe = true;
    }

    /** Tell others from now on: {@code newListener} how a run goes on, {@code newNotes} what was assumed or left out. */
    public void listen(RunListener newListener, Consumer<String> newNotes) {
        listener = newListener;
        notes = newNotes;
    }

    RunListener listener() {
        return listener;
    }

    Consumer<String> notes() {
        return notes;
    }

    /** Ask {@code Env.java}, once. */
    Adjustments adjustments() {
        if (adjustments == null) {
            adjustments =
                    revisions().loadEnv(revisionClassPath()).map(this::ask).orElse(Adjustments.NONE);
        }
        return adjustments;
    }

    Database database() {
        if (database == null) {
            database = Database.of(settings, adjustments(), application);
        }
        return database;
    }

    Runs runs() {
        return new Runs(this);
    }

    /** Read the rows of the version table, with one query; none where there is no such table. */
    List<String> rows() {
        return databaseToRead().rows();
    }

    /** Give the database for a command that only reads it: where there is none yet, that is told, and none is made. */
    Database databaseToRead() {
        if (!knowsAbsence && database().address().isAbsent()) {
            notes.accept("There is no database at '" + shownUrl() + "' yet: what follows is as for an empty one");
        }
        knowsAbsence = true;
        return database();
    }

    /** Give the application's classes; where they cannot be found, revisions that need none of them still run. */
    private ProjectClassPath classPath() {
        if (classPath == null) {
            List<String> lack = new ArrayList<>();
            classPath = ProjectClassPath.later(() -> classesThatAreThere(lack), () -> lack.forEach(notes));
        }
        return classPath;
    }

    private List<Path> classesThatAreThere(List<String> lack) {
        try {
            return resolvedClassPath();
        } catch (RetortException e) {
            lack.add("Revisions are compiled without the application's classes: " + e.getMessage());
            return List.of();
        }
    }

    private List<Path> resolvedClassPath() {
        return settings.get(Setting.CLASS_PATH).isEmpty()
                ? List.of()
                : models().classPath(modelSettings(Adjustments.NONE), notes);
    }

    ModelSettings modelSettings(Adjustments adjusted) {
        String model = adjusted.model() == null ? settings.get(Setting.MODEL).orElse(null) : adjusted.model();
        var properties = new LinkedHashMap<>(settings.get(Setting.MODEL_PROPERTIES));
        properties.putAll(adjusted.modelProperties());
        return new ModelSettings(
                model, settings.get(Setting.CLASS_PATH), properties, settings.folder(), cacheDirectory());
    }

    private Path cacheDirectory() {
        return settings.cacheDirectory()
                .orElseGet(() ->
                        Path.of(System.getProperty("java.io.tmpdir"), "retort-" + System.getProperty("user.name")));
    }

    List<RevisionDetail> details(List<RevisionHeader> headers) {
        List<RevisionDetail> details = new ArrayList<>();
        for (RevisionHeader header : headers) {
            details.add(graph().detail(header.id()));
        }
        return List.copyOf(details);
    }

    /** Write a revision's file and run the post-write hooks on it. */
    WrittenRevision write(NewRevision revision, List<String> operations, List<String> remarks) {
        askWhereWanted();
        List<Path> folders = new ArrayList<>();
        Path file = scripts().write(revision, folders::add);
        List<HookResult> hooks = scripts().runHooks(file);
        return new WrittenRevision(revision.id(), file, folders, revision.downRevisions(), operations, remarks, hooks);
    }

    /** Give a revision's file another parent. */
    Path reparent(String id, String parent) {
        Path file = scripts().reparent(id, parent);
        graph = null;
        return file;
    }

    /** Ask {@code Env.java} in a command that does not need it, where the settings want that. */
    void askWhereWanted() {
        if (settings.get(Setting.REVISION_ENVIRONMENT)) {
            adjustments();
        }
    }

    private Adjustments ask(Object environment) {
        if (!(environment instanceof Environment asked)) {
            throw new RetortException(
                    "Env.java: class '%s' does not implement Environment"
                            .formatted(environment.getClass().getName()),
                    "write 'public class Env implements Environment'");
        }
        EnvironmentContext context = new EnvironmentContext(settings, tag);
        try {
            asked.configure(context);
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new RetortException(
                    "Env.java failed%s: %s".formatted(place(environment, e), e), "correct Env.java", e);
        }
        return context.adjustments();
    }

    private static String place(Object environment, Throwable failure) {
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith(environment.getClass().getName()) && element.getLineNumber() > 0) {
                return " in line " + element.getLineNumber();
            }
        }
        return "";
    }
}
