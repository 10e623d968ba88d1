package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** The entities of {@code examples/shop}, compiled as an application's build would. */
final class Shop {

    private static final Path SOURCES = Path.of(System.getProperty("retort.examples", "../examples"), "shop");
    private static final List<String> LIBRARIES = List.of(
            "/org/hibernate/",
            "/jakarta/",
            "/org/jboss/",
            "/net/bytebuddy/",
            "/org/glassfish/jaxb/",
            "/org/eclipse/angus/",
            "/com/sun/istack/",
            "/org/antlr/");

    private Shop() {}

    /** Put {@code target/classes} with the first version and {@code lib} with Hibernate into {@code folder}. */
    static void build(Path folder) {
        Folders.copy(SOURCES.resolve("src/main/java"), folder.resolve("src/main/java"));
        compile(folder);
        for (Path library : libraries()) {
            Folders.copy(library, folder.resolve("lib").resolve(library.getFileName()));
        }
    }

    /** Change the entities to their second version. */
    static void buildSecondVersion(Path folder) {
        Folders.copy(SOURCES.resolve("version-2/src/main/java"), folder.resolve("src/main/java"));
        compile(folder);
    }

    /** Compile what is in {@code src/main/java}. */
    static void compile(Path folder) {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-d",
                folder.resolve("target/classes").toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        libraries().stream().map(Path::toString).toList())));
        try (Stream<Path> sources = Files.walk(folder.resolve("src/main/java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("javac " + arguments).isZero();
    }

    private static List<Path> libraries() {
        List<Path> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String path = entry.replace(File.separatorChar, '/');
            if (LIBRARIES.stream().anyMatch(path::contains)) {
                libraries.add(Path.of(entry));
            }
        }
        assertThat(libraries).as("Hibernate on the test class path").isNotEmpty();
        return libraries;
    }
}
