package dev.retort.model;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.retort.RetortException;

/**
 * The class path that a Maven project runs with: its compiled classes and its dependencies.
 *
 * <p>Maven is asked once; its answer is kept until one of the project's POMs changes.
 *
 * @param project the folder with the POM
 * @param cacheDirectory where the answer is kept
 */
record MavenClassPath(Path project, Path cacheDirectory) {

    private static final List<String> NOISE =
            List.of("re-run Maven", "Re-run Maven", "For more information", "http://cwiki");

    static MavenClassPath of(ModelSettings settings) {
        return new MavenClassPath(settings.workingDirectory().toAbsolutePath().normalize(), settings.cacheDirectory());
    }

    /**
     * List the compiled classes, then the dependencies.
     *
     * @throws RetortException if there is no POM, nothing is compiled, or Maven fails
     */
    List<Path> entries(Consumer<String> notes) {
        Path classes = project.resolve("target").resolve("classes");
        if (!Files.isRegularFile(project.resolve("pom.xml"))) {
            throw new RetortException(
                    "class_path = \"maven\", but '%s' has no pom.xml".formatted(project),
                    "put retort.toml beside the pom.xml, or list the class path's entries");
        }
        if (!Files.isDirectory(classes)) {
            throw new RetortException(
                    "class_path = \"maven\", but '%s' is not compiled: there is no 'target/classes'".formatted(project),
                    "run 'mvn compile' first");
        }
        noteStaleClasses(classes, notes);
        var entries = new ArrayList<Path>(List.of(classes));
        entries.addAll(dependencies());
        return entries;
    }

    private List<Path> dependencies() {
        try {
            Path answer = cacheDirectory.resolve("maven").resolve(ContentHash.of(poms()) + ".classpath");
            if (Files.exists(answer)) {
                List<Path> known = parse(Files.readString(answer));
                if (known.stream().allMatch(Files::exists)) {
                    return known;
                }
            }
            Files.createDirectories(answer.getParent());
            ask(answer);
            return parse(Files.readString(answer));
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot keep what Maven answers in '%s': %s".formatted(cacheDirectory, RetortException.reason(e)),
                    "let RETORT_CACHE name a folder that may be written",
                    e);
        }
    }

    /** The project's POM, those of the folders above it that may be its parents, and what else steers Maven. */
    private byte[][] poms() throws IOException {
        var parts = new ArrayList<byte[]>();
        parts.add(project.toString().getBytes(StandardCharsets.UTF_8));
        for (Path folder = project; folder != null; folder = folder.getParent()) {
            for (String name : List.of("pom.xml", ".mvn/maven.config", ".mvn/extensions.xml")) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    parts.add(Files.readAllBytes(folder.resolve(name)));
                }
            }
        }
        return parts.toArray(byte[][]::new);
    }

    private void ask(Path answer) throws IOException {
        Path output = Files.createTempFile("retort-maven", ".classpath");
        Path log = Files.createTempFile("retort-maven", ".log");
        try {
            int code = run(
                    List.of(
                            executable(),
                            "-q",
                            "-B",
                            "dependency:build-classpath",
                            "-Dmdep.outputFile=" + output.toAbsolutePath()),
                    log);
            if (code != 0) {
                throw new RetortException(
                        "Maven could not say the class path of '%s':%n%s".formatted(project, errors(log)),
                        "make 'mvn dependency:build-classpath' work there, or list the class path's entries");
            }
            Files.move(output, answer, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(log);
        }
    }

    private int run(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new RetortException(
                    "class_path = \"maven\", but '%s' cannot be started: %s".formatted(command.get(0), e.getMessage()),
                    "put Maven on the PATH, or list the class path's entries",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException("Interrupted while Maven was running", "run the command again", e);
        }
    }

    private String executable() {
        boolean windows = File.separatorChar == '\\';
        for (Path folder = project; folder != null; folder = folder.getParent()) {
            Path wrapper = folder.resolve(windows ? "mvnw.cmd" : "mvnw");
            if (Files.isExecutable(wrapper)) {
                return wrapper.toString();
            }
        }
        return windows ? "mvn.cmd" : "mvn";
    }

    private static String errors(Path log) throws IOException {
        List<String> lines =
                Files.readString(log, Charset.defaultCharset()).lines().toList();
        List<String> errors = lines.stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .map(line -> line.substring("[ERROR]".length())
                        .replaceAll("-> \\[Help \\d+]", "")
                        .strip())
                .filter(line -> !line.isEmpty() && NOISE.stream().noneMatch(line::contains))
                .limit(8)
                .toList();
        List<String> shown = errors.isEmpty() ? lines.subList(Math.max(0, lines.size() - 8), lines.size()) : errors;
        return String.join(System.lineSeparator(), shown);
    }

    private static List<Path> parse(String classPath) {
        return Stream.of(classPath.strip().split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** Entities that were edited but not compiled would silently be read as they were. */
    private void noteStaleClasses(Path classes, Consumer<String> notes) {
        Path sources = project.resolve("src").resolve("main").resolve("java");
        if (newest(sources, ".java") > newest(classes, ".class")) {
            notes.accept("'src/main/java' is newer than 'target/classes': compile first if entities have changed");
        }
    }

    private static long newest(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
