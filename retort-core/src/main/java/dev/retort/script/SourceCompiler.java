package dev.retort.script;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

import org.jspecify.annotations.Nullable;

/** Compiles Java sources in memory, all in one go. */
final class SourceCompiler {

    /** The language level of revisions: that of Retort, so that they run wherever Retort does. */
    static final String RELEASE = "17";

    private final JavaCompiler compiler;
    private final List<Path> classPath;

    SourceCompiler(JavaCompiler compiler, List<Path> classPath) {
        this.compiler = compiler;
        this.classPath = List.copyOf(classPath);
    }

    /**
     * Compile {@code sources} together.
     *
     * @return the classes of each source by their binary name; nothing where there were problems
     */
    Map<SourceFile, Map<String, byte[]>> compile(Collection<SourceFile> sources, ScriptProblems problems) {
        List<Source> objects = sources.stream().map(Source::new).toList();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        Memory memory =
                new Memory(compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8));
        boolean done = compiler.getTask(output, memory, diagnostics, options(), null, objects)
                .call();
        int before = 0;
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                problems.add(
                        where(diagnostic, sources), message(diagnostic), "correct the file and run the command again");
                before++;
            }
        }
        if (!done && before == 0) {
            problems.add(
                    "compiler",
                    output.toString().strip(),
                    "check that the class path of the settings can be read by this Java");
        }
        return memory.classesBySource(sources);
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-g", "-parameters"));
        if (isEclipse()) {
            options.addAll(List.of("-source", RELEASE, "-target", RELEASE));
        } else {
            options.addAll(List.of("--release", RELEASE, "-Xlint:none", "-Xmaxerrs", "1000", "-implicit:none"));
        }
        options.add("-classpath");
        options.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        return options;
    }

    private boolean isEclipse() {
        return compiler.getClass().getName().startsWith("org.eclipse.jdt.");
    }

    /** Eclipse's compiler hands out file objects of its own, so a source is known by its URI. */
    private static String where(Diagnostic<? extends JavaFileObject> diagnostic, Collection<SourceFile> sources) {
        JavaFileObject source = diagnostic.getSource();
        String file = sources.stream()
                .filter(candidate -> source != null && candidate.path().toUri().equals(source.toUri()))
                .findFirst()
                .map(SourceFile::shown)
                .orElse("compiler");
        long line = diagnostic.getLineNumber();
        return line == Diagnostic.NOPOS ? file : file + ":" + line;
    }

    private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getMessage(Locale.ENGLISH).strip().replace("\n", "\n    ");
    }

    /** A source held in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final SourceFile file;

        Source(SourceFile file) {
            super(file.path().toUri(), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    /** A class held in memory. */
    private static final class Output extends SimpleJavaFileObject {

        private final String className;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
            this.className = className;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps what the compiler writes, by the source it comes from. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<Path, List<Output>> outputs = new LinkedHashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            Output output = new Output(className.replace('/', '.'));
            Path source = sibling instanceof Source given ? given.file.path() : Path.of("");
            outputs.computeIfAbsent(source, path -> new ArrayList<>()).add(output);
            return output;
        }

        Map<SourceFile, Map<String, byte[]>> classesBySource(Collection<SourceFile> sources) {
            Map<SourceFile, Map<String, byte[]>> classes = new LinkedHashMap<>();
            for (SourceFile source : sources) {
                Map<String, byte[]> own = new LinkedHashMap<>();
                for (Output output : outputs.getOrDefault(source.path(), List.of())) {
                    own.put(output.className, output.bytes.toByteArray());
                }
                classes.put(source, own);
            }
            return classes;
        }
    }
}
