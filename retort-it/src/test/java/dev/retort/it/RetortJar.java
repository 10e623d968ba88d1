package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code retort.jar} in a process of its own, as users do. */
final class RetortJar {

    private static final Path JAR = Path.of(System.getProperty("retort.jar", "../retort-cli/target/retort.jar"))
            .toAbsolutePath()
            .normalize();
    private static final long PATIENCE_SECONDS = 120;

    private RetortJar() {}

    /** Type {@code words} after {@code retort} in {@code folder}, with {@code environment} added to our own. */
    static JarRun run(Path folder, Map<String, String> environment, List<String> words) {
        return run(folder, environment, List.of(), words);
    }

    /** Type {@code words} as well, with {@code options} for the Java virtual machine. */
    static JarRun run(Path folder, Map<String, String> environment, List<String> options, List<String> words) {
        return waitFor(folder, environment, command(options, words), words);
    }

    private static JarRun waitFor(
            Path folder, Map<String, String> environment, List<String> command, List<String> words) {
        try {
            return await(folder, environment, command, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Run Retort's main class with an application beside it on the class path, and no option but {@code options}. */
    static JarRun beside(
            Path application, Path folder, Map<String, String> environment, List<String> options, List<String> words) {
        List<String> command = command(options, words);
        int jar = command.indexOf("-jar");
        command.set(jar, "-cp");
        command.set(jar + 1, JAR + File.pathSeparator + application);
        command.add(jar + 2, "dev.retort.cli.Retort");
        return waitFor(folder, environment, command, words);
    }

    /** Run any Java program: {@code options} name it, {@code words} are its arguments. */
    static JarRun java(Path folder, Map<String, String> environment, List<String> options, List<String> words) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(words);
        return waitFor(folder, environment, command, words);
    }

    /** Run any program, such as a shell that pipes Retort's output. */
    static JarRun program(Path folder, Map<String, String> environment, List<String> command) {
        return waitFor(folder, environment, command, command);
    }

    /** Give the jar itself, which is a library and an annotation processor too. */
    static Path path() {
        return JAR;
    }

    /** Begin what {@link #run} does, saying nothing. */
    static Process start(Path folder, Map<String, String> environment, List<String> words) throws IOException {
        return builder(folder, environment, command(List.of(), words))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> command(List<String> options, List<String> words) {
        assertThat(JAR).as("the jar that retort-cli makes in its package phase").isRegularFile();
        List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(words);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static ProcessBuilder builder(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeIf(name -> name.startsWith("RETORT_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static JarRun await(Path folder, Map<String, String> environment, List<String> command, List<String> words)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("retort", ".out");
        Path err = Files.createTempFile("retort", ".err");
        try {
            Process process = builder(folder, environment, command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(out);
            String complained = Files.readString(err);
            assertThat(ended)
                    .as("%s did not end: %s%n%s", words, said, complained)
                    .isTrue();
            return new JarRun(words, process.exitValue(), said, complained);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
