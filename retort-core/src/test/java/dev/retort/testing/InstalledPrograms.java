package dev.retort.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that no Maven repository carries: tests use them where they are installed, and are reported as skipped where not. */
public final class InstalledPrograms {

    private InstalledPrograms() {}

    /** Tell whether {@code program} is on the PATH. */
    public static boolean isInstalled(String program) {
        return find(program).isPresent();
    }

    /** Report the test as skipped where {@code program} is not on the PATH, naming the package to install. */
    public static void assumeInstalled(String program, String packaged) {
        assumeTrue(
                isInstalled(program),
                "%s is not on the PATH: install it (Debian: apt install %s) to run this".formatted(program, packaged));
    }

    private static Optional<Path> find(String program) {
        String path = System.getenv("PATH");
        assertThat(path).as("PATH").isNotNull();
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
