package dev.retort.hibernate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;

/** Finds classes with mappings by their annotations, without loading them. */
final class EntityScan {

    private static final List<DotName> MAPPED = Stream.of("Entity", "Embeddable", "MappedSuperclass", "Converter")
            .map(annotation -> DotName.createSimple("jakarta.persistence." + annotation))
            .toList();
    private static final String INDEX = "META-INF/jandex.idx";

    private final ClassLoader loader;

    EntityScan(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * What was found.
     *
     * @param classes names of classes, sorted
     * @param packages names of packages that are annotated themselves, sorted
     */
    record Found(List<String> classes, List<String> packages) {}

    /** Search packages and those below them, on the whole class path. */
    Found inPackages(List<String> packages) {
        var classes = new TreeSet<String>();
        var annotated = new TreeSet<String>();
        Predicate<String> wanted =
                name -> packages.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + "."));
        for (Path root : roots(packages)) {
            collect(root, wanted, classes, annotated);
        }
        return new Found(List.copyOf(classes), List.copyOf(annotated));
    }

    /** Search jars and folders. */
    Found inRoots(List<URL> roots) {
        var classes = new TreeSet<String>();
        var annotated = new TreeSet<String>();
        for (URL root : roots) {
            collect(path(root), name -> true, classes, annotated);
        }
        return new Found(List.copyOf(classes), List.copyOf(annotated));
    }

    private static void collect(Path root, Predicate<String> wanted, Set<String> classes, Set<String> packages) {
        if (!Files.exists(root)) {
            return;
        }
        try {
            collect(Files.isDirectory(root) ? folder(root, wanted) : jar(root, wanted), wanted, classes, packages);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + root, e);
        }
    }

    private static void collect(IndexView index, Predicate<String> wanted, Set<String> classes, Set<String> packages) {
        for (DotName annotation : MAPPED) {
            index.getAnnotations(annotation).stream()
                    .map(instance -> instance.target().asClass().name().toString())
                    .filter(wanted)
                    .forEach(classes::add);
        }
        index.getKnownClasses().stream()
                .filter(known -> known.name().withoutPackagePrefix().equals("package-info")
                        && !known.declaredAnnotations().isEmpty())
                .map(known -> known.name().packagePrefix())
                .filter(wanted)
                .forEach(packages::add);
    }

    private static IndexView folder(Path root, Predicate<String> wanted) throws IOException {
        Optional<IndexView> ready = Optional.empty();
        Path index = root.resolve(INDEX);
        if (Files.exists(index)) {
            try (InputStream stream = Files.newInputStream(index)) {
                ready = ready(stream);
            }
        }
        return ready.isPresent() ? ready.get() : indexed(root, wanted);
    }

    private static IndexView indexed(Path root, Predicate<String> wanted) throws IOException {
        var indexer = new Indexer();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isWanted(root.relativize(file).toString().replace('\\', '/'), wanted)) {
                    try (InputStream stream = Files.newInputStream(file)) {
                        indexer.index(stream);
                    }
                }
            }
        }
        return indexer.complete();
    }

    private static IndexView jar(Path root, Predicate<String> wanted) throws IOException {
        try (var jar = new ZipFile(root.toFile())) {
            ZipEntry index = jar.getEntry(INDEX);
            if (index != null) {
                try (InputStream stream = jar.getInputStream(index)) {
                    Optional<IndexView> ready = ready(stream);
                    if (ready.isPresent()) {
                        return ready.get();
                    }
                }
            }
            return indexed(jar, wanted);
        }
    }

    private static IndexView indexed(ZipFile jar, Predicate<String> wanted) throws IOException {
        var indexer = new Indexer();
        for (ZipEntry entry : Collections.list(jar.entries())) {
            if (isWanted(entry.getName(), wanted)) {
                try (InputStream stream = jar.getInputStream(entry)) {
                    indexer.index(stream);
                }
            }
        }
        return indexer.complete();
    }

    /** Read an index made at build time; nothing if it is of a version that this Jandex cannot read: the classes say the same. */
    private static Optional<IndexView> ready(InputStream stream) throws IOException {
        try {
            return Optional.of(new IndexReader(stream).read());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWanted(String file, Predicate<String> wanted) {
        return file.endsWith(".class")
                && wanted.test(
                        file.substring(0, file.length() - ".class".length()).replace('/', '.'));
    }

    /** Folders and jars that the loaders know by name, and those that answer for one of the packages. */
    private Set<Path> roots(List<String> packages) {
        var roots = new LinkedHashSet<Path>();
        for (ClassLoader one = loader; one != null; one = one.getParent()) {
            if (one instanceof URLClassLoader known) {
                Stream.of(known.getURLs()).map(EntityScan::path).forEach(roots::add);
            }
            if (one.equals(ClassLoader.getSystemClassLoader())) {
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .forEach(roots::add);
            }
        }
        packages.forEach(one -> roots.addAll(answering(one.replace('.', '/'))));
        return roots;
    }

    private List<Path> answering(String folder) {
        var roots = new ArrayList<Path>();
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                roots.add(path(root(url, folder)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roots;
    }

    /** Cut a resource's address back to the folder or jar that holds it. */
    static URL root(URL resource, String name) {
        String text = resource.toExternalForm();
        try {
            if (text.startsWith("jar:")) {
                return URI.create(text.substring("jar:".length(), text.lastIndexOf("!/")))
                        .toURL();
            }
            String trimmed = text.endsWith("/") && !name.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            return URI.create(trimmed.substring(0, trimmed.length() - name.length()))
                    .toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI()).toAbsolutePath().normalize();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a file: " + url, e);
        }
    }
}
