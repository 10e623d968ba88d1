package dev.retort.script;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** The application's classes, which revisions and {@code Env.java} may use. Meant for one thread. */
public final class ProjectClassPath {

    private final Supplier<List<Path>> source;
    private final Runnable beforeCompiling;
    private @Nullable List<Path> entries;
    private boolean compiled;

    private ProjectClassPath(Supplier<List<Path>> source, Runnable beforeCompiling) {
        this.source = source;
        this.beforeCompiling = beforeCompiling;
    }

    /** Describe a project without classes. */
    public static ProjectClassPath none() {
        return of(List.of());
    }

    /** Describe a project by its class path. */
    public static ProjectClassPath of(List<Path> entries) {
        return new ProjectClassPath(() -> entries, () -> {});
    }

    /**
     * Describe a project whose build is only asked once code is loaded.
     *
     * @param source gives the class path; asked at most once
     * @param beforeCompiling is called once, before anything is compiled with it, if anything is
     */
    public static ProjectClassPath later(Supplier<List<Path>> source, Runnable beforeCompiling) {
        return new ProjectClassPath(source, beforeCompiling);
    }

    /** List the jars and folders that revisions are compiled against, beside Retort's own. */
    List<Path> entries() {
        if (entries == null) {
            entries = List.copyOf(source.get());
        }
        return entries;
    }

    /** Say that something is about to be compiled. */
    void beforeCompiling() {
        if (!compiled) {
            compiled = true;
            beforeCompiling.run();
        }
    }

    /**
     * Give the class loader of these classes.
     *
     * @param parent the class loader to ask first; it holds Retort
     * @throws RetortException if an entry cannot be part of a class path
     */
    ClassLoader below(ClassLoader parent) {
        if (entries().isEmpty()) {
            return parent;
        }
        List<URL> urls = new ArrayList<>();
        for (Path entry : entries()) {
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
}
