package dev.retort.script;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.tools.JavaCompiler;

import org.jspecify.annotations.Nullable;

import dev.retort.migration.Migration;

/** Turns Java sources of the script directory into classes: from the cache, or compiled in as few goes as possible. */
final class JavaSources {

    private final ClassCache cache;
    private final ProjectClassPath project;
    private final List<SourceFile> helpers;
    private final ClassLoader parent;
    private final @Nullable JavaCompiler compiler;

    /**
     * Compile sources that may use {@code helpers}.
     *
     * @param compiler the compiler to use, or {@code null} to find one when it is needed
     */
    JavaSources(ClassCache cache, ProjectClassPath project, List<SourceFile> helpers, @Nullable JavaCompiler compiler) {
        this.cache = cache;
        this.project = project;
        this.helpers = List.copyOf(helpers);
        this.compiler = compiler;
        this.parent = project.below(Migration.class.getClassLoader());
    }

    /** Give the class loader of the application's classes. */
    ClassLoader parent() {
        return parent;
    }

    /**
     * Load the classes of each source, in a loader of its own.
     *
     * @return a loader for each source; nothing useful where there were problems
     */
    Map<SourceFile, ClassLoader> load(List<SourceFile> sources, ScriptProblems problems) {
        Map<SourceFile, ClassLoader> loaders = new LinkedHashMap<>();
        Map<SourceFile, Set<SourceFile>> pending = new LinkedHashMap<>();
        String identity = identity();
        for (SourceFile source : sources) {
            Set<SourceFile> parts = withHelpers(source);
            Optional<Map<String, byte[]>> kept = cache.find(key(parts, identity));
            if (kept.isPresent()) {
                loaders.put(source, new CompiledClassLoader(parent, kept.get()));
            } else {
                pending.put(source, parts);
            }
        }
        if (!pending.isEmpty()) {
            JavaCompiler found = compiler == null ? CompilerSource.find(parent) : compiler;
            compile(pending, found, problems).forEach((source, classes) -> {
                cache.keep(key(withHelpers(source), identity), classes);
                loaders.put(source, new CompiledClassLoader(parent, classes));
            });
        }
        return loaders;
    }

    private Map<SourceFile, Map<String, byte[]>> compile(
            Map<SourceFile, Set<SourceFile>> pending, JavaCompiler found, ScriptProblems problems) {
        project.beforeCompiling();
        SourceCompiler compilation = new SourceCompiler(found, classPath());
        Map<SourceFile, Map<String, byte[]>> classes = new LinkedHashMap<>();
        for (Map<SourceFile, Set<SourceFile>> batch : batches(pending)) {
            Set<SourceFile> together = new LinkedHashSet<>();
            batch.values().forEach(together::addAll);
            Map<SourceFile, Map<String, byte[]>> compiled = compilation.compile(together, problems);
            batch.forEach((source, parts) -> {
                Map<String, byte[]> all = new LinkedHashMap<>();
                parts.forEach(part -> all.putAll(compiled.getOrDefault(part, Map.of())));
                classes.put(source, all);
            });
        }
        return problems.isEmpty() ? classes : Map.of();
    }

    /** Keep two files that name their class alike apart: a compiler takes them for one class written twice. */
    private static List<Map<SourceFile, Set<SourceFile>>> batches(Map<SourceFile, Set<SourceFile>> pending) {
        List<Map<SourceFile, Set<SourceFile>>> batches = new ArrayList<>();
        List<Map<String, SourceFile>> names = new ArrayList<>();
        pending.forEach((source, parts) -> {
            int batch = 0;
            while (batch < batches.size() && clashes(names.get(batch), parts)) {
                batch++;
            }
            if (batch == batches.size()) {
                batches.add(new LinkedHashMap<>());
                names.add(new LinkedHashMap<>());
            }
            batches.get(batch).put(source, parts);
            for (SourceFile part : parts) {
                names.get(batch).put(part.className(), part);
            }
        });
        return batches;
    }

    private static boolean clashes(Map<String, SourceFile> names, Set<SourceFile> parts) {
        return parts.stream()
                .anyMatch(part -> !names.getOrDefault(part.className(), part).equals(part));
    }

    /** List {@code source} and the helpers whose names it holds, and those whose names they hold. */
    private Set<SourceFile> withHelpers(SourceFile source) {
        Set<SourceFile> parts = new LinkedHashSet<>();
        Deque<SourceFile> waiting = new ArrayDeque<>(List.of(source));
        while (!waiting.isEmpty()) {
            SourceFile part = waiting.remove();
            if (parts.add(part) && !helpers.isEmpty()) {
                Set<String> words = part.words();
                helpers.stream()
                        .filter(helper -> words.contains(helper.className()))
                        .forEach(waiting::add);
            }
        }
        return parts;
    }

    private static String key(Set<SourceFile> parts, String identity) {
        List<String> content = new ArrayList<>(List.of(identity));
        for (SourceFile part : parts) {
            content.add(part.className());
            content.add(part.text());
        }
        return ContentHash.of(content.toArray(String[]::new));
    }

    /** Describe everything beside the sources that decides what a compiler makes of them. */
    private String identity() {
        StringBuilder identity = new StringBuilder("1|").append(SourceCompiler.RELEASE);
        identity.append('|').append(System.getProperty("java.vm.version"));
        identity.append('|').append(compiler == null ? "" : compiler.getClass().getName());
        for (Path entry : classPath()) {
            identity.append('|').append(entry).append('|').append(stamp(entry));
        }
        return identity.toString();
    }

    /** A folder has no one time: its classes are looked up by name, and a revision that needs a changed one fails to link. */
    private static String stamp(Path entry) {
        try {
            return Files.isRegularFile(entry)
                    ? Files.size(entry) + "@" + Files.getLastModifiedTime(entry).toMillis()
                    : "folder";
        } catch (IOException e) {
            return "none";
        }
    }

    private List<Path> classPath() {
        Set<Path> entries = new LinkedHashSet<>(ownClassPath());
        entries.addAll(project.entries());
        return List.copyOf(entries);
    }

    /** Find where Retort's own classes are, whatever jar or folder that is. */
    private static List<Path> ownClassPath() {
        CodeSource source = Migration.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location != null && location.getProtocol().equals("file")) {
            try {
                return List.of(Path.of(location.toURI()));
            } catch (URISyntaxException e) {
                return List.of(Path.of(location.getPath()));
            }
        }
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }
}
