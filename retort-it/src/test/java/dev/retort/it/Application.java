package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** An application that carries revisions, built as its users do: with Retort as annotation processor. */
final class Application {

    private final Path sources;

    /** Build what is in {@code sources}. */
    Application(Path sources) {
        this.sources = sources;
    }

    /** Add a revision in the package {@code com.acme.migrations} whose upgrade is {@code body}. */
    Application revision(String name, String id, String parent, String body) {
        return source(name, """
                package com.acme.migrations;

                import static dev.retort.migration.Definitions.*;
                import static dev.retort.migration.Types.*;

                import dev.retort.migration.*;

                /** make %s */
                @Revision(id = "%s"%s)
                public class %s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("%s");
                    }
                }
                """.formatted(
                        id, id, parent.isEmpty() ? "" : ", downRevision = \"" + parent + "\"", name, body, id));
    }

    /** Add a revision that makes a table with the name of its id. */
    Application revision(String name, String id, String parent) {
        return revision(name, id, parent, "op.createTable(\"%s\", column(\"id\", integer()));".formatted(id));
    }

    /** Add a class of the package {@code com.acme.migrations}. */
    Application source(String name, String text) {
        try {
            Path file = sources.resolve("com/acme/migrations").resolve(name + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compile into the folder {@code classes}. */
    Path compile(Path classes) {
        List<String> arguments = new ArrayList<>(List.of(
                "-encoding",
                "UTF-8",
                "-processorpath",
                RetortJar.path().toString(),
                "-cp",
                RetortJar.path().toString(),
                "-d",
                classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("javac " + arguments).isZero();
        return classes;
    }

    /** Put the folder {@code classes} into {@code jar}. */
    static Path pack(Path classes, Path jar) {
        try (OutputStream output = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(output);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, packed);
                packed.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
