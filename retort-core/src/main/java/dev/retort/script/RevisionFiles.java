package dev.retort.script;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Finds the files that may be revisions. */
final class RevisionFiles {

    private final VersionLocation location;
    private final String[] expected;
    private final FoundFiles found;

    private RevisionFiles(VersionLocation location, String[] expected, FoundFiles found) {
        this.location = location;
        this.expected = expected;
        this.found = found;
    }

    /**
     * List the {@code .java} and {@code .sql} files of {@code locations}, each once, in the order of the file system: mostly
     * that of the time before.
     *
     * @param remembered what was there the time before: it is asked for while the folders are still being listed
     */
    static FoundFiles in(List<Path> locations, boolean recursive, RememberedHeaders remembered) {
        FoundFiles found = new FoundFiles();
        for (int place = 0; place < locations.size(); place++) {
            VersionLocation location = VersionLocation.of(place, locations.get(place));
            found.startOf(location);
            new RevisionFiles(location, remembered.names(place), found).find(recursive);
        }
        return locations.size() > 1 ? found.once() : found;
    }

    private void find(boolean recursive) {
        try {
            if (recursive) {
                walk(location.folder());
            } else {
                list();
            }
        } catch (FileSystemLoopException e) {
            throw new RetortException(
                    "The link '%s' in a version location leads back to a folder it is in".formatted(e.getFile()),
                    "remove the link, or set recursive_version_locations to false",
                    e);
        } catch (DirectoryIteratorException e) {
            throw cannotList(requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw cannotList(e);
        }
    }

    private RetortException cannotList(IOException failure) {
        return new RetortException(
                "Cannot list the version location '%s': %s"
                        .formatted(location.folder(), RetortException.reason(failure)),
                "check that you may read it",
                failure);
    }

    /** Look at one folder, which takes half as long as a walk that might go on into others. */
    private void list() throws IOException {
        FileStates states = new FileStates(location.shortest(), expected);
        states.begin();
        try {
            String[] names = candidates(location.folder().toFile().list());
            if (!Arrays.equals(names, expected)) {
                states.abandon();
                if (names == null || !arePlain(names)) {
                    listPaths();
                    return;
                }
                states = new FileStates(location.shortest(), names);
                states.begin();
            }
            states.answer();
            found.add(states);
        } finally {
            states.abandon();
        }
    }

    private static String @Nullable [] candidates(String @Nullable [] names) {
        if (names == null) {
            return null;
        }
        int count = 0;
        for (String name : names) {
            if (isCandidate(name)) {
                names[count++] = name;
            }
        }
        return Arrays.copyOf(names, count);
    }

    /** Tell whether the names are the files' own: what the locale has no letters for comes as a question mark, or worse. */
    private static boolean arePlain(String[] names) {
        for (String name : names) {
            if (!isPlain(name)) {
                return false;
            }
        }
        return true;
    }

    /** Tell whether {@code name}, or several one after the other, are as the file system has them in every locale. */
    static boolean isPlain(CharSequence name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (character >= 0x7f || character == '?') {
                return false;
            }
        }
        return true;
    }

    /** Look at one folder by paths, which keep names as they are, and tell why it cannot be listed. */
    private void listPaths() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(location.folder())) {
            for (Path file : files) {
                if (isCandidate(file.getFileName().toString())) {
                    add(file);
                }
            }
        }
    }

    private void add(Path file) throws IOException {
        try {
            add(file, Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException e) {
            if (!(e instanceof NoSuchFileException) && !Files.isSymbolicLink(file)) {
                throw e;
            }
        }
    }

    private void add(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            found.add(
                    location.folder().relativize(file).toString(),
                    file,
                    attributes.size(),
                    FileStates.modified(attributes));
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
                        if (isCandidate(file.getFileName().toString())) {
                            add(file, attributes);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Tell whether {@code file}, once it is there, is found among the files of {@code locations}. */
    static boolean wouldFind(Path file, List<Path> locations, boolean recursive) {
        for (Path location : locations) {
            if (file.startsWith(location) && !file.equals(location)) {
                Path below = location.relativize(file);
                if (isCandidate(below.getFileName().toString()) && areWalked(below.getParent(), recursive)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areWalked(@Nullable Path folders, boolean recursive) {
        if (folders == null) {
            return true;
        }
        for (Path folder : folders) {
            if (!recursive || folder.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** Leave out hidden files and what editors leave behind, which end in {@code ~}, {@code .bak} and the like. */
    private static boolean isCandidate(String name) {
        if (name.isEmpty() || (!name.endsWith(".java") && !name.endsWith(".sql"))) {
            return false;
        }
        char first = name.charAt(0);
        return first != '.' && first != '#' && !name.startsWith("package-info.") && !name.startsWith("module-info.");
    }
}
