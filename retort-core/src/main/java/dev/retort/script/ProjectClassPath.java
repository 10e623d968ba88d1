package dev.retort.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The application's classes, which revisions and {@code Env.java} may use.
 *
 * @param entries the jars and folders that revisions are compiled against, beside Retort's own
 * @param loader the class loader that holds them; empty to load them from {@code entries}
 */
public record ProjectClassPath(List<Path> entries, Optional<ClassLoader> loader) {

    /** Copy the entries. */
    public ProjectClassPath {
        entries = List.copyOf(entries);
    }

    /** Describe a project without classes. */
    public static ProjectClassPath none() {
        return new ProjectClassPath(List.of(), Optional.empty());
    }

    /** Describe a project by its class path alone. */
    public static ProjectClassPath of(List<Path> entries) {
        return new ProjectClassPath(entries, Optional.empty());
    }
}
