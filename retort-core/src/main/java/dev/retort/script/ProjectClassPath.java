package dev.retort.script;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;

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

    /**
     * Give the class loader of these classes.
     *
     * @param parent the class loader to ask first; it holds Retort
     * @throws RetortException if an entry cannot be part of a class path
     */
    ClassLoader below(ClassLoader parent) {
        if (loader.isPresent() || entries.isEmpty()) {
            return loader.orElse(parent);
        }
        List<URL> urls = new ArrayList<>();
        for (Path entry : entries) {
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new RetortException(
                        "Class path entry '%s' cannot be used: %s".formatted(entry, e.getMessage()),
                        "correct class_path in the settings",
                        e);
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), parent);
    }

    /** Describe a project by its class path alone. */
    public static ProjectClassPath of(List<Path> entries) {
        return new ProjectClassPath(entries, Optional.empty());
    }
}
