package dev.retort.script;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.retort.RetortException;

/** Finds the files that may be revisions. */
final class RevisionFiles {

    private final VersionLocation location;
    private final List<FoundFile> found;

    private RevisionFiles(VersionLocation location, List<FoundFile> found) {
        this.location = location;
        this.found = found;
    }

    /**
     * List the {@code .java} and {@code .sql} files of {@code locations}, each once, in the order of the file system: mostly
     * that of the time before.
     */
    static List<FoundFile> in(List<Path> locations, boolean recursive) {
        List<FoundFile> found = new ArrayList<>();
        for (int place = 0; place < locations.size(); place++) {
            Path location = locations.get(place);
            if (!Files.isDirectory(location)) {
                throw new RetortException(
                        "There is no version location '%s'".formatted(location),
                        "create the folder, or correct version_locations");
            }
            new RevisionFiles(
                            recursive
                                    ? VersionLocation.whole(place, location)
                                    : VersionLocation.shortest(place, location),
                            found)
                    .find(recursive);
        }
        if (locations.size() > 1) {
            Set<Path> known = new HashSet<>();
            found.removeIf(file -> !known.add(file.path()));
        }
        return found;
    }

    private void find(boolean recursive) {
        try {
            if (recursive) {
                walk(location.listed());
            } else {
                list(location.listed());
            }
        } catch (FileSystemLoopException e) {
            throw new RetortException(
                    "The link '%s' in a version location leads back to a folder it is in".formatted(e.getFile()),
                    "remove the link, or set recursive_version_locations to false",
                    e);
        } catch (IOException | DirectoryIteratorException e) {
            throw new RetortException(
                    "Cannot list the version location '%s': %s".formatted(location.folder(), e),
                    "check that you may read it",
                    e);
        }
    }

    /** Look at one folder, which takes half as long as a walk that might go on into others. */
    private void list(Path folder) throws IOException {
        FileStates states = new FileStates();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (isCandidate(file)) {
                    states.add(file);
                }
            }
            states.addTo(found, location);
        } finally {
            states.abandon();
        }
    }

    private void add(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            found.add(new FoundFile(location, file, attributes.size(), FileStates.modified(attributes)));
        }
    }

    private void walk(Path folder) throws IOException {
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                        boolean hidden = !below.equals(folder)
                                && below.getFileName().toString().startsWith(".");
                        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (isCandidate(file)) {
                            add(file, attributes);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Leave out hidden files and what editors leave behind, which end in {@code ~}, {@code .bak} and the like. */
    private static boolean isCandidate(Path file) {
        String path = file.toString();
        if (!path.endsWith(".java") && !path.endsWith(".sql")) {
            return false;
        }
        int name = path.lastIndexOf(File.separatorChar) + 1;
        char first = path.charAt(name);
        return first != '.'
                && first != '#'
                && !path.startsWith("package-info.", name)
                && !path.startsWith("module-info.", name);
    }
}
