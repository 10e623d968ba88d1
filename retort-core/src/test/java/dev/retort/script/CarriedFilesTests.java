package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.RetortException;
import dev.retort.environment.Environment;
import dev.retort.revision.RevisionHeader;

/** Script directories that become part of an application. */
class CarriedFilesTests {

    private static final String FIRST = "-- revision: a1\n-- message: première\n\n-- upgrade\nSELECT 'é';\n";

    @TempDir
    Path root;

    @BeforeEach
    void aProject() throws IOException {
        write("retort.toml", "script_location = \"migrations\"\n");
        write("migrations/Env.java", Template.resource("shared/Env.java"));
        write("migrations/versions/a1_first.sql", FIRST);
        write("src/Plain.java", "package app; public class Plain {}");
    }

    @Test
    void sqlRevisionsAreResourcesOfTheApplication() throws IOException {
        compile();
        try (URLClassLoader application = loader("target/classes")) {
            CarriedRevisions carried = CarriedRevisions.of(application);

            assertThat(carried.headers())
                    .containsExactly(new RevisionHeader(
                            "a1",
                            List.of(),
                            List.of(),
                            List.of(),
                            "première",
                            null,
                            "migrations/versions/a1_first.sql"));
            assertThat(carried.load(List.of("a1"), ProjectClassPath.none()).get("a1"))
                    .isInstanceOfSatisfying(
                            SqlRevision.class,
                            sql -> assertThat(sql.upgrade("h2").orElseThrow().text())
                                    .isEqualTo("SELECT 'é';\n"));
            assertThat(carried.loadEnv(ProjectClassPath.none())).isEmpty();
        }
    }

    @Test
    void javaRevisionsWithTheirHelpersAndEnvAreCompiledWithTheApplication() throws IOException {
        write("migrations/versions/B2_second.java", """
                import dev.retort.migration.*;
                @Revision(id = "b2", downRevision = "a1")
                public class B2_second implements Migration {
                    public void upgrade(Operations op) { op.execute(Names.SQL); }
                }
                """);
        write("migrations/Names.java", "class Names { static final String SQL = \"SELECT 1\"; }");
        write("migrations/Env.java", """
                package db;
                public class Env implements dev.retort.environment.Environment {
                    public void configure(dev.retort.environment.EnvironmentContext context) {}
                }
                """);
        compile();
        try (URLClassLoader application = loader("target/classes")) {
            CarriedRevisions carried = CarriedRevisions.of(application);

            assertThat(carried.graph().heads())
                    .extracting(RevisionHeader::origin)
                    .containsExactly("B2_second");
            assertThat(carried.load(List.of("a1", "b2"), ProjectClassPath.none()))
                    .containsOnlyKeys("a1", "b2");
            assertThat(carried.loadEnv(ProjectClassPath.none()).orElseThrow())
                    .isInstanceOf(Environment.class)
                    .extracting(env -> env.getClass().getName())
                    .isEqualTo("db.Env");
        }
        compile();
    }

    @Test
    void whatTheBuildCompilesAnywayIsNotCompiledTwice() throws IOException {
        write("retort.toml", "script_location = \"migrations\"\nversion_locations = [\"src\"]\n");
        write("src/app/A1.java", """
                package app;
                import dev.retort.migration.*;
                @Revision(id = "a1")
                public class A1 implements Migration { public void upgrade(Operations op) {} }
                """);
        write("retort.toml", "script_location = \"migrations\"\nversion_locations = [\"src/app\"]\n");
        compile("src/app/A1.java");
        // A build of what changed only.
        compile("src/Plain.java");
        try (URLClassLoader application = loader("target/classes")) {
            assertThat(CarriedRevisions.of(application).headers())
                    .extracting(RevisionHeader::origin)
                    .containsExactly("app.A1");
        }
    }

    @Test
    void whatIsWrongWithTheFilesBreaksTheBuild() throws IOException {
        write("migrations/versions/b1.sql", "-- revision: b1\nSELECT 1;\n-- upgrade\n");
        assertThat(compiled()).contains("migrations/versions/b1.sql:2: 'SELECT 1;' stands above the first section");

        write("migrations/versions/b1.sql", "-- revision: b1\n\n-- upgrade\n");
        write("migrations/versions/B1.java", """
                import dev.retort.migration.*;
                @Revision(id = "b1")
                public class B1 implements Migration { public void upgrade(Operations op) {} }
                """);
        assertThat(compiled())
                .contains("revision 'b1' is also 'migrations/versions/b1.sql'; give one of them another id");
        assertThat(compiled("-Aretort.config=" + root.resolve("nowhere.toml"), "src/Plain.java"))
                .contains("Retort: ", "nowhere.toml");
    }

    @Test
    void aBuildThatDidNotNoticeAFileIsRefusedAsLongAsTheFilesAreAtHand() throws IOException {
        compile();
        write("migrations/versions/b2.sql", "-- revision: b2\n-- down_revision: a1\n\n-- upgrade\n");
        refused("target/classes", "b2.sql: the application does not hold it");
        jar("target/classes", "target/app.jar");
        refused("target/app.jar", "b2.sql: the application does not hold it");

        compile();
        write("migrations/versions/a1_first.sql", FIRST + "SELECT 2;\n");
        refused("target/classes", "a1_first.sql: the application holds it as it was before");
        Files.delete(root.resolve("migrations/versions/a1_first.sql"));
        refused("target/classes", "a1_first.sql: the application holds it, and it is gone");

        jar("target/classes", "elsewhere/app.jar");
        try (URLClassLoader application = loader("elsewhere/app.jar")) {
            assertThat(CarriedRevisions.of(application).headers()).hasSize(2);
        }
    }

    @Test
    void aResourceThatIsNotWhatTheIndexSaysIsTakenForStale() throws IOException {
        compile();
        Path resource = root.resolve("target/classes/META-INF/retort/sql/a1.sql");
        Files.writeString(resource, FIRST.replace("a1", "a2"));
        try (URLClassLoader application = loader("target/classes")) {
            assertThatThrownBy(() -> CarriedRevisions.of(application).load(List.of("a1"), ProjectClassPath.none()))
                    .hasMessage(
                            "migrations/versions/a1_first.sql: 'META-INF/retort/sql/a1.sql' is not as the index says");
        }
        Files.delete(resource);
        try (URLClassLoader application = loader("target/classes")) {
            assertThatThrownBy(() -> CarriedRevisions.of(application).load(List.of("a1"), ProjectClassPath.none()))
                    .hasMessageEndingWith("the application does not hold 'META-INF/retort/sql/a1.sql'");
        }
    }

    @Test
    void anIdThatNoFileNameMayHoldIsSpelledOut() {
        assertThat(CarriedFile.resource("a/b.é_1-2")).isEqualTo("META-INF/retort/sql/a~47~b~46~~233~_1-2.sql");
    }

    private void refused(String classes, String words) throws IOException {
        try (URLClassLoader application = loader(classes)) {
            assertThatThrownBy(() -> CarriedRevisions.of(application))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining(words)
                    .extracting(e -> ((RetortException) e).hint())
                    .asString()
                    .startsWith("build the application again from scratch");
        }
    }

    private URLClassLoader loader(String classes) throws IOException {
        return new URLClassLoader(
                new URL[] {root.resolve(classes).toUri().toURL()}, getClass().getClassLoader());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private void jar(String folder, String jar) throws IOException {
        Files.createDirectories(root.resolve(jar).getParent());
        Path classes = root.resolve(folder);
        try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(root.resolve(jar)));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, packed);
            }
        }
    }

    private void compile(String... sources) throws IOException {
        assertThat(compiled(sources)).isEmpty();
    }

    private String compiled(String... words) throws IOException {
        Path classes = Files.createDirectories(root.resolve("target/classes"));
        Path generated = Files.createDirectories(root.resolve("target/generated"));
        List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-s", generated.toString()));
        options.addAll(List.of("-classpath", classes + ":" + System.getProperty("java.class.path"), "-implicit:none"));
        List<Path> sources = new ArrayList<>();
        for (String word : words.length == 0 ? new String[] {"src/Plain.java"} : words) {
            if (word.startsWith("-A")) {
                options.add(word);
            } else {
                sources.add(root.resolve(word));
            }
        }
        if (options.stream().noneMatch(option -> option.startsWith("-A"))) {
            options.add("-Aretort.config=" + root.resolve("retort.toml"));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter said = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said, files, null, options, null, files.getJavaFileObjects(sources.toArray(Path[]::new)));
            task.setProcessors(List.of(new RevisionIndexProcessor()));
            assertThat(task.call())
                    .as(said.toString())
                    .isEqualTo(said.toString().isEmpty());
            return said.toString();
        }
    }
}
