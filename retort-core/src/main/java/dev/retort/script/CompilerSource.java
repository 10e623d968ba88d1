package dev.retort.script;

import java.util.Optional;
import java.util.ServiceLoader;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import dev.retort.RetortException;

/** Finds a Java compiler: the runtime's own, else one on the class path such as Eclipse's. */
final class CompilerSource {

    private CompilerSource() {}

    /**
     * Find a compiler.
     *
     * @param project the class loader of the application, which may carry one
     * @throws RetortException if there is none
     */
    static JavaCompiler find(ClassLoader project) {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .or(() -> carried(project))
                .orElseThrow(() -> new RetortException(
                        "There is no Java compiler to compile revisions with: '%s' is a runtime without one"
                                .formatted(System.getProperty("java.home")),
                        "run Retort on a JDK, or add the jar of org.eclipse.jdt:ecj to class_path"));
    }

    /** Find a compiler on the class path. */
    static Optional<JavaCompiler> carried(ClassLoader project) {
        return carried(ServiceLoader.load(JavaCompiler.class, project))
                .or(() -> carried(ServiceLoader.load(JavaCompiler.class, CompilerSource.class.getClassLoader())));
    }

    /** The JDK announces its own compiler as a service too; only a jar's classes have no module name here. */
    private static Optional<JavaCompiler> carried(ServiceLoader<JavaCompiler> compilers) {
        return compilers.stream()
                .filter(provider ->
                        !"jdk.compiler".equals(provider.type().getModule().getName()))
                .findFirst()
                .map(ServiceLoader.Provider::get);
    }
}
