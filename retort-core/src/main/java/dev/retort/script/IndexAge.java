package dev.retort.script;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what a build took in with the files it was taken from, where they are still at hand: a build that compiles only what
 * changed does not notice a new SQL file. In production there are no such files, and nothing is compared.
 */
final class IndexAge {

    private static final Pattern FOLDER = Pattern.compile("file:.*/" + RevisionIndex.RESOURCE);
    private static final Pattern JAR = Pattern.compile("(?:jar:)?(?:file|nested):(/[^!]*?\\.[jw]ar)/?!.*");

    private IndexAge() {}

    /** Note what {@code index}, read from {@code url}, does not know or knows otherwise. */
    static void check(URL url, RevisionIndex index, ScriptProblems problems) {
        RevisionIndex.Source source = index.source();
        Optional<Path> classes = source == null ? Optional.empty() : classes(url.toString());
        if (source == null || classes.filter(Files::isDirectory).isEmpty()) {
            return;
        }
        List<Path> locations = new ArrayList<>();
        source.locations()
                .forEach(location ->
                        locations.add(classes.get().resolve(location).normalize()));
        if (!locations.stream().allMatch(Files::isDirectory)) {
            return;
        }
        Map<String, Long> taken = new HashMap<>();
        index.files().forEach(file -> taken.put(name(Path.of(file.shown())), file.size()));
        for (FoundFile file : RevisionFiles.in(locations, source.recursive(), RememberedHeaders.NONE)) {
            Long size = file.isJava() ? Long.valueOf(file.size()) : taken.remove(name(file.path()));
            if (size == null || size != file.size()) {
                add(problems, file.path().toString(), size == null ? "does not hold it" : "holds it as it was before");
            }
        }
        taken.keySet().forEach(name -> add(problems, name, "holds it, and it is gone"));
    }

    private static void add(ScriptProblems problems, String file, String problem) {
        problems.add(
                file,
                "the application " + problem,
                "build the application again from scratch ('mvn clean package'): not every build notices files that are not Java");
    }

    /** Find the folder of the classes: that of the index, or the one beside the jar, where Maven packs it from. */
    private static Optional<Path> classes(String url) {
        try {
            if (FOLDER.matcher(url).matches()) {
                return Optional.of(Path.of(URI.create(url)).resolve("../../..").normalize());
            }
            Matcher jar = JAR.matcher(url);
            return jar.matches()
                    ? Optional.of(Path.of(URI.create("file:" + jar.group(1))).resolveSibling("classes"))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // An address of a kind that names no file.
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
