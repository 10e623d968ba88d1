package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;

class JavaSourcesTests {

    @TempDir
    Path root;

    private ScriptFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = ScriptFolder.in(root);
    }

    static Stream<JavaCompiler> compilers() {
        ClassLoader loader = JavaSourcesTests.class.getClassLoader();
        return Stream.of(
                ToolProvider.getSystemJavaCompiler(),
                CompilerSource.carried(loader).orElseThrow());
    }

    @Test
    void theCarriedCompilerIsEclipses() {
        assertThat(compilers()
                        .map(compiler -> compiler.getClass().getName())
                        .toList()
                        .get(1))
                .startsWith("org.eclipse.jdt.");
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aRevisionMayUseHelpersAndNestedClasses(JavaCompiler compiler) throws Exception {
        SourceFile names = source(
                "support/Names.java",
                "package support; public class Names { public static String X() { return Deep.Y; } }");
        SourceFile deep = source(
                "support/Deep.java", "package support; class Deep { static final String Y = new String(\"y\"); }");
        SourceFile unused = source("Unused.java", "class Unused { this does not compile }");
        SourceFile revision = source("A1.java", """
                import dev.retort.migration.*;
                public class A1 implements Migration {
                    record Pair(String left) {}
                    public void upgrade(Operations op) {
                        var pair = new Pair(support.Names.X());
                        Runnable runnable = () -> op.execute(pair.left());
                        runnable.run();
                    }
                }
                """);
        ScriptProblems problems = new ScriptProblems();
        JavaSources sources = sources(compiler, List.of(names, deep, unused));
        ClassLoader loader =
                sources.load(List.of(revision), problems).values().iterator().next();
        problems.throwIfAny("no");
        Migration migration =
                RevisionClass.instance("A1", loader, "A1.java", problems).orElseThrow();
        Operations op = new Operations("A1");
        migration.upgrade(op);

        assertThat(op.noted()).singleElement().asString().contains("y");
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void everyErrorNamesFileAndLine(JavaCompiler compiler) throws IOException {
        SourceFile first = source("A1.java", "\npublic class A1 { int x = \"text\"; }");
        SourceFile second = source("B1.java", "public class B1 {\n\n Missing y; }");
        ScriptProblems problems = new ScriptProblems();
        assertThat(sources(compiler, List.of()).load(List.of(first, second), problems))
                .isEmpty();

        assertThatThrownBy(() -> problems.throwIfAny("Cannot load"))
                .hasMessageContaining("A1.java:2: ")
                .hasMessageContaining("B1.java:3: ")
                .hasMessageContaining("Missing");
    }

    @Test
    void aSecondRunCompilesNothingUntilASourceChanges() throws IOException {
        folder.revision("A1", "a1", "Names.nothing();");
        Path helper = folder.file("Names.java", "class Names { static void nothing() {} }");
        folder.load("a1");
        List<Path> kept = cached();
        folder.load("a1");
        assertThat(cached()).isEqualTo(kept).hasSize(1);

        Files.writeString(helper, "class Names { static void nothing() { int changed; } }");
        folder.load("a1");
        assertThat(cached()).hasSize(2);

        for (Path path : kept) {
            Files.writeString(path, "damaged");
        }
        assertThat(folder.load("a1")).isInstanceOf(JavaRevision.class);
    }

    @Test
    void filesOfTheSameNameInTwoFoldersAreKeptApart() throws IOException {
        folder.toml("recursive_version_locations = true");
        String text =
                "import dev.retort.migration.*; @Revision(id = \"%s\") public class Same implements Migration { public void upgrade(Operations op) { op.execute(\"%s\"); } }";
        folder.file("one/Same.java", text.formatted("a1", "one"));
        folder.file("two/Same.java", text.formatted("a2", "two"));
        Map<String, RevisionCode> code = folder.open().load(List.of("a2", "a1"), ProjectClassPath.none());

        assertThat(code.keySet()).containsExactly("a2", "a1");
        Operations op = new Operations("Same");
        ((JavaRevision) code.values().iterator().next()).migration().upgrade(op);
        assertThat(op.noted()).singleElement().asString().contains("two");
    }

    @Test
    void classesThatAreNoRevisionsAreNamedTogether() throws IOException {
        folder.file("Hidden.java", "@dev.retort.migration.Revision(id = \"a1\") class Hidden { }");
        folder.file("Plain.java", "@dev.retort.migration.Revision(id = \"a2\") public class Plain { }");
        folder.file(
                "Args.java",
                "import dev.retort.migration.*; @Revision(id = \"a3\") public class Args implements Migration { public Args(int x) {} public void upgrade(Operations op) {} }");
        folder.file(
                "Half.java",
                "import dev.retort.migration.*; @Revision(id = \"a4\") public abstract class Half implements Migration { }");
        folder.file(
                "Throws.java",
                "import dev.retort.migration.*; @Revision(id = \"a5\") public class Throws implements Migration { public Throws() { throw new IllegalStateException(\"no\"); } public void upgrade(Operations op) {} }");
        ScriptDirectory scripts = folder.open();

        assertThatThrownBy(() -> scripts.load(List.of("a1", "a2", "a3", "a4", "a5"), ProjectClassPath.none()))
                .hasMessage("""
                        Cannot load the revisions: 5 problems
                          migrations/versions/Hidden.java:1: class 'Hidden' is not public
                          migrations/versions/Plain.java:1: class 'Plain' does not implement Migration
                          migrations/versions/Args.java:1: class 'Args' has no public constructor without parameters
                          migrations/versions/Half.java:1: class 'Half' is abstract
                          migrations/versions/Throws.java:1: the constructor of 'Throws' throws java.lang.IllegalStateException: no""");
    }

    @Test
    void aClassNotNamedAsItsFileIsRefused() throws IOException {
        folder.file("File.java", "@Revision(id = \"a1\") public class Other { }");
        assertThatThrownBy(() -> folder.load("a1"))
                .hasMessage("migrations/versions/File.java:1: class 'Other' is not named as its file 'File.java'");
    }

    private JavaSources sources(JavaCompiler compiler, List<SourceFile> helpers) {
        return new JavaSources(
                new ClassCache(Optional.of(root.resolve("cache"))), ProjectClassPath.none(), helpers, compiler);
    }

    private SourceFile source(String name, String text) throws IOException {
        return new SourceFile(folder.file(name, text), name, text);
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("cache/classes"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
