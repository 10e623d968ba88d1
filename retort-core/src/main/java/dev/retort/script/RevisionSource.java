package dev.retort.script;

import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.retort.RetortException;
import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** Where revisions come from: the files of a script directory, or what the application carries. */
public sealed interface RevisionSource permits ScriptDirectory, CarriedRevisions {

    /**
     * Open the script directory that {@code settings} name, or, where there is none, what the application carries.
     *
     * @param application the class loader of the application, or of Retort where there is none
     * @param classPath gives the application's classes beside those; asked only where there is no script directory
     * @throws RetortException if there is neither, or what the application carries cannot be read
     */
    static RevisionSource open(Settings settings, ClassLoader application, Supplier<ProjectClassPath> classPath) {
        if (Files.isDirectory(settings.get(Setting.SCRIPT_LOCATION))) {
            return ScriptDirectory.open(settings);
        }
        ProjectClassPath project = classPath.get();
        CarriedRevisions carried = CarriedRevisions.of(project.below(application));
        if (carried.isEmpty()) {
            throw ScriptDirectory.missing(settings, !project.entries().isEmpty());
        }
        return carried;
    }

    /**
     * List what the revisions say about themselves.
     *
     * @throws RetortException with everything that is wrong with them
     */
    List<RevisionHeader> headers();

    /**
     * Read the history.
     *
     * @throws RetortException with everything that is wrong with the revisions, or with the history they describe
     */
    RevisionGraph graph();

    /**
     * Load the code of the revisions {@code ids}.
     *
     * @return the code by id, in the order asked for
     * @throws RetortException with everything that is wrong with it
     */
    Map<String, RevisionCode> load(Collection<String> ids, ProjectClassPath project);

    /**
     * Look through the code of the revisions {@code ids}, which are about to run in this order.
     *
     * @throws dev.retort.RetortException with everything that is wrong with it
     */
    RevisionCodes prepare(Collection<String> ids, ProjectClassPath project);

    /**
     * Load the user's {@code Env.java}: an instance of its class, which implements {@code Environment}.
     *
     * @return the instance; empty where there is none that does anything
     * @throws dev.retort.RetortException if it cannot be compiled or made
     */
    Optional<Object> loadEnv(ProjectClassPath project);
}
