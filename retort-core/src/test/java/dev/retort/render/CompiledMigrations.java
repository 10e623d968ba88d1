package dev.retort.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Step;
import dev.retort.operation.Operation;

/** Puts rendered lines into classes, compiles them all at once in memory, and runs them. */
final class CompiledMigrations {

    private final Map<String, String> sources = new HashMap<>();

    /** Give the whole text of a revision's class. */
    static String wholeClass(String name, JavaSource source) {
        var text = new StringBuilder();
        text.append("import dev.retort.migration.Migration;\nimport dev.retort.migration.Operations;\n");
        source.imports().forEach(line -> text.append("import ").append(line).append(";\n"));
        text.append("\npublic class ").append(name).append(" implements Migration {\n");
        method(text, "upgrade", source.upgrade());
        method(text, "downgrade", source.downgrade());
        return text.append("}\n").toString();
    }

    private static void method(StringBuilder text, String name, List<String> lines) {
        text.append("\n    @Override\n    public void ").append(name).append("(Operations op) {\n");
        lines.forEach(line -> text.append("        ").append(line).append('\n'));
        text.append("    }\n");
    }

    void add(String name, String source) {
        sources.put(name, source);
    }

    /** Compile what was added and give an instance of each class by its name. */
    Map<String, Migration> compile() throws IOException, ReflectiveOperationException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var files = new Memory(compiler.getStandardFileManager(problems, null, StandardCharsets.UTF_8))) {
            var units = new ArrayList<JavaFileObject>();
            sources.forEach((name, text) -> units.add(new Source(name, text)));
            var options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, files, problems, options, null, units).call()) {
                throw new AssertionError(problems.getDiagnostics().toString());
            }
            var loader = new BytesLoader(files.classes);
            var migrations = new HashMap<String, Migration>();
            for (String name : sources.keySet()) {
                migrations.put(name, (Migration)
                        loader.loadClass(name).getDeclaredConstructor().newInstance());
            }
            return migrations;
        }
    }

    static List<Operation> upgrade(Migration migration) {
        var operations = new Operations(migration.getClass().getName());
        migration.upgrade(operations);
        return operations.noted().stream().map(Step::operation).toList();
    }

    static List<Operation> downgrade(Migration migration) {
        var operations = new Operations(migration.getClass().getName());
        migration.downgrade(operations);
        return operations.noted().stream().map(Step::operation).toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            var bytes = new ByteArrayOutputStream();
            classes.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }

    private static final class BytesLoader extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> classes;

        BytesLoader(Map<String, ByteArrayOutputStream> classes) {
            super(Migration.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
    }
}
