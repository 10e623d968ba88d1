package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project of somebody else, built by Maven. Its Retort is the one just built, installed in a repository of the test's own; all
 * else comes from where this build has it, or from Maven Central, as in any build.
 */
final class MavenProject {

    private static final Path REACTOR =
            RetortJar.path().resolve("../../..").toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final long PATIENCE_SECONDS = 180;

    private static final Path REPOSITORY = Path.of("target/repository-of-users").toAbsolutePath();

    private final Path folder;

    /** Build what is in {@code folder}. */
    MavenProject(Path folder) {
        this.folder = folder;
    }

    /** Run {@code mvn} with {@code words}, and require that it succeeds. */
    String build(String... words) {
        prepareRepository();
        List<String> command = new ArrayList<>(List.of("mvn", "--batch-mode", "-Dmaven.repo.local=" + REPOSITORY));
        if ("offline: true".equals(System.getProperty("retort.maven.mode"))) {
            command.add("--offline");
        }
        command.addAll(List.of(words));
        Path said = folder.resolveSibling(folder.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("RETORT_") || name.startsWith("MAVEN_"));
        try {
            Process maven = builder.start();
            maven.getOutputStream().close();
            boolean ended = maven.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                maven.destroyForcibly().waitFor();
            }
            String output = Files.readString(said);
            assertThat(ended && maven.exitValue() == 0)
                    .as("%s%n%s", command, output)
                    .isTrue();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void prepareRepository() {
        try {
            Path filled = Path.of(System.getProperty("retort.maven.repository"));
            Files.createDirectories(REPOSITORY.resolve("dev/retort"));
            share(filled, REPOSITORY);
            share(filled.resolve("dev"), REPOSITORY.resolve("dev"));
            install("retort-parent", REACTOR.resolve("pom.xml"), ".pom");
            install("retort-core", REACTOR.resolve("retort-core/pom.xml"), ".pom");
            install("retort-core", REACTOR.resolve("retort-core/target/retort-core-" + VERSION + ".jar"), ".jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Link what the repository holds: it stays one repository for all but Retort. */
    private static void share(Path filled, Path repository) throws IOException {
        if (!Files.isDirectory(filled)) {
            return;
        }
        try (Stream<Path> groups = Files.list(filled)) {
            for (Path group : groups.toList()) {
                Path link = repository.resolve(group.getFileName());
                if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, group);
                }
            }
        }
    }

    private static void install(String artifact, Path file, String ending) throws IOException {
        Path to = REPOSITORY.resolve("dev/retort").resolve(artifact).resolve(VERSION);
        Files.createDirectories(to);
        Files.copy(file, to.resolve(artifact + "-" + VERSION + ending), StandardCopyOption.REPLACE_EXISTING);
    }
}
