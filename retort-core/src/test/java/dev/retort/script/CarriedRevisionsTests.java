package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.revision.RevisionHeader;

class CarriedRevisionsTests {

    @TempDir
    Path root;

    @Test
    void revisionsCompiledIntoTheApplicationAreFoundWithoutACompiler() throws IOException {
        compile("A1", """
                package app;
                import dev.retort.migration.*;
                /**
                 * first, with	tab and 100%
                 *
                 * Create Date: 2026-01-02 03:04:05
                 */
                @Revision(id = "a1", branchLabels = {"x", "y"})
                public class A1 implements Migration { public void upgrade(Operations op) {} }
                """);
        try (URLClassLoader application = loader()) {
            CarriedRevisions carried = CarriedRevisions.of(application);

            assertThat(carried.headers())
                    .containsExactly(new RevisionHeader(
                            "a1",
                            List.of(),
                            List.of("x", "y"),
                            List.of(),
                            "first, with\ttab and 100%",
                            "2026-01-02 03:04:05",
                            "app.A1"));
            assertThat(carried.load(List.of("a1"), ProjectClassPath.none()).get("a1"))
                    .isInstanceOf(JavaRevision.class);
            assertThatThrownBy(() -> carried.load(List.of("b1"), ProjectClassPath.none()))
                    .hasMessage("application: it carries no revision 'b1'");
        }
    }

    @Test
    void anApplicationWithoutRevisionsHasNoIndex() throws IOException {
        compile("Plain", "package app; public class Plain {}");
        assertThat(root.resolve("classes").resolve(RevisionIndex.RESOURCE)).doesNotExist();
        try (URLClassLoader application = loader()) {
            assertThat(CarriedRevisions.of(application).isEmpty()).isTrue();
        }
    }

    @Test
    void aDamagedIndexIsLocated() throws IOException {
        Path index = root.resolve("classes").resolve(RevisionIndex.RESOURCE);
        Files.createDirectories(index.getParent());
        Files.writeString(index, "# retort revisions 1\njunk\n");
        try (URLClassLoader application = loader()) {
            assertThatThrownBy(() -> CarriedRevisions.of(application))
                    .hasMessageEndingWith("META-INF/retort/revisions:2: the index is damaged");
        }
    }

    @Test
    void theProcessorIsAnnouncedToTheCompiler() {
        assertThat(java.util.ServiceLoader.load(Processor.class).stream()
                        .map(provider -> provider.type().getName()))
                .contains(RevisionIndexProcessor.class.getName());
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(
                new URL[] {root.resolve("classes").toUri().toURL()}, getClass().getClassLoader());
    }

    private void compile(String name, String text) throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));
        Path source = root.resolve(name + ".java");
        Files.writeString(source, text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new RevisionIndexProcessor()));
            assertThat(task.call()).isTrue();
        }
    }
}
