package dev.retort.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.retort.RetortException;

/** Turns the setting {@code class_path} into files and folders. */
final class ApplicationClassPath {

    private static final String MAVEN = "maven";

    private ApplicationClassPath() {}

    /**
     * List what the setting names, in order, each once.
     *
     * @throws RetortException if an entry names nothing, for all such entries together
     */
    static List<Path> resolve(ModelSettings settings, Consumer<String> notes) {
        var found = new LinkedHashSet<Path>();
        var missing = new ArrayList<String>();
        for (String entry : settings.classPath()) {
            List<Path> paths = entry.equals(MAVEN)
                    ? MavenClassPath.of(settings).entries(notes)
                    : entries(entry.strip(), settings.workingDirectory());
            if (paths.isEmpty()) {
                missing.add("'" + entry + "'");
            }
            found.addAll(paths);
        }
        if (!missing.isEmpty()) {
            throw new RetortException(
                    "class_path names nothing that exists: %s, seen from '%s'"
                            .formatted(String.join(", ", missing), settings.workingDirectory()),
                    "build the application first, or correct class_path");
        }
        return List.copyOf(found);
    }

    private static List<Path> entries(String entry, Path workingDirectory) {
        int star = wildcard(entry);
        if (star < 0) {
            Path path = workingDirectory.resolve(entry).normalize();
            return Files.exists(path) ? List.of(path) : List.of();
        }
        String fixed = entry.substring(0, entry.lastIndexOf('/', star) + 1);
        String pattern = entry.substring(fixed.length());
        Path folder = workingDirectory.resolve(fixed).normalize();
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/").length;
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(folder, depth)) {
            return below.filter(path -> !path.equals(folder) && matcher.matches(folder.relativize(path)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int wildcard(String entry) {
        for (int i = 0; i < entry.length(); i++) {
            if ("*?[{".indexOf(entry.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
