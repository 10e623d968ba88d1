package dev.retort.script;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.retort.RetortException;

/** Finds the files that may be revisions. */
final class RevisionFiles {

    private RevisionFiles() {}

    /** List the {@code .java} and {@code .sql} files of {@code locations}, each once, sorted by path in each location. */
    static List<FoundFile> in(List<Path> locations, boolean recursive) {
        Map<Path, FoundFile> found = new LinkedHashMap<>();
        for (Path location : locations) {
            if (!Files.isDirectory(location)) {
                throw new RetortException(
                        "There is no version location '%s'".formatted(location),
                        "create the folder, or correct version_locations");
            }
            walk(location, recursive).forEach(file -> found.putIfAbsent(file.path(), file));
        }
        return List.copyOf(found.values());
    }

    private static List<FoundFile> walk(Path location, boolean recursive) {
        List<FoundFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    location,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    recursive ? Integer.MAX_VALUE : 1,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            boolean hidden = !folder.equals(location)
                                    && folder.getFileName().toString().startsWith(".");
                            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (isCandidate(file.getFileName().toString()) && attributes.isRegularFile()) {
                                long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                                found.add(new FoundFile(file, attributes.size(), modified));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot list the version location '%s': %s".formatted(location, e),
                    "check that you may read it",
                    e);
        }
        found.sort(Comparator.comparing(FoundFile::path));
        return found;
    }

    /** Leave out hidden files and what editors leave behind, which end in {@code ~}, {@code .bak} and the like. */
    private static boolean isCandidate(String name) {
        return (name.endsWith(".java") || name.endsWith(".sql"))
                && !name.startsWith(".")
                && !name.startsWith("#")
                && !name.equals("package-info.java")
                && !name.equals("module-info.java");
    }
}
