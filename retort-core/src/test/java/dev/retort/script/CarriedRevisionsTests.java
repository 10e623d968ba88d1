package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
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

import dev.retort.RetortException;
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
    void whatIsNotCompiledThisTimeStaysInTheIndexAsLongAsItsClassIsThere() throws IOException {
        compile("A1", revision("A1", "a1", ""));
        compile("A2", revision("A2", "a2", "a1"));
        try (URLClassLoader application = loader()) {
            assertThat(CarriedRevisions.of(application).graph().heads())
                    .extracting(RevisionHeader::id)
                    .containsExactly("a2");
        }
        Files.delete(root.resolve("classes/app/A1.class"));
        compile("A2", revision("A2", "a2", ""));
        try (URLClassLoader application = loader()) {
            assertThat(CarriedRevisions.of(application).headers())
                    .extracting(RevisionHeader::id)
                    .containsExactly("a2");
        }
    }

    @Test
    void twoClassesOfOneIdAreRefusedByTheBuild() throws IOException {
        compile("A1", revision("A1", "a1", ""));

        assertThat(compiled("A2", revision("A2", "a1", "")))
                .contains("error: Retort: revision 'a1' is also the class 'app.A1'; give one of them another id");
    }

    @Test
    void aClassThatIsNotWhatTheIndexSaysIsTakenForStale() throws IOException {
        compile("A1", revision("A1", "a1", ""));
        index("a2\t\t\t\t\tapp.A1\tother id", "a3\ta2\t\t\t\tapp.A3\tno class");
        try (URLClassLoader application = loader()) {
            CarriedRevisions carried = CarriedRevisions.of(application);

            assertThatThrownBy(() -> carried.load(List.of("a2", "a3"), ProjectClassPath.none()))
                    .hasMessageContainingAll(
                            "app.A1: revision 'a2': the class is revision 'a1'",
                            "app.A3: revision 'a3': the application does not hold the class")
                    .extracting(e -> ((RetortException) e).hint())
                    .isEqualTo("build the application again from scratch: its index of revisions is stale");
        }
        index("a1\ta0\t\t\t\tapp.A1\tother parent");
        try (URLClassLoader application = loader()) {
            CarriedRevisions carried = CarriedRevisions.of(application);

            assertThatThrownBy(() -> carried.load(List.of("a1"), ProjectClassPath.none()))
                    .hasMessage("app.A1: revision 'a1': the class has other parents than the index says");
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

    private void index(String... lines) throws IOException {
        Files.writeString(
                root.resolve("classes").resolve(RevisionIndex.RESOURCE),
                "# retort revisions 1\n" + String.join("\n", lines) + "\n");
    }

    private static String revision(String name, String id, String parent) {
        return """
                package app;
                import dev.retort.migration.*;
                @Revision(id = "%s"%s)
                public class %s implements Migration { public void upgrade(Operations op) {} }
                """.formatted(id, parent.isEmpty() ? "" : ", downRevision = \"" + parent + "\"", name);
    }

    private void compile(String name, String text) throws IOException {
        assertThat(compiled(name, text)).isEmpty();
    }

    private String compiled(String name, String text) throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));
        Path source = root.resolve(name + ".java");
        Files.writeString(source, text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter words = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    words,
                    files,
                    null,
                    List.of(
                            "-d",
                            classes.toString(),
                            "-implicit:none",
                            "-classpath",
                            classes + File.pathSeparator + System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new RevisionIndexProcessor()));
            boolean done = task.call();
            assertThat(done).as(words.toString()).isEqualTo(words.toString().isEmpty());
            return words.toString();
        }
    }
}
