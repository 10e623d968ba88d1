package dev.retort.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;

/**
 * Finds the source of a model and lets it read.
 *
 * <p>Where Retort carries its sources as jars inside its own jar, as the command line does, a source is loaded beside the
 * application: in a loader that sees the application's class path, the platform and Retort's own API, and nothing else that Retort
 * brought along. Otherwise the source is the one on Retort's own class path.
 */
public final class Models {

    private static final String HINT_MODEL =
            "set model = \"jpa:com.acme.shop\" in retort.toml, with the package of your entities";
    private static final String HINT_CLASS_PATH =
            "set class_path = \"maven\" in a Maven project, or class_path = [\"target/classes\", \"target/lib/*.jar\"]";

    private final ClassLoader own;

    private Models(ClassLoader own) {
        this.own = own;
    }

    /** Look for sources beside this class. */
    public static Models standard() {
        return new Models(Models.class.getClassLoader());
    }

    /** Look for sources, and for jars that hold them, in {@code loader}. */
    public static Models in(ClassLoader loader) {
        return new Models(loader);
    }

    /**
     * Read the desired schema.
     *
     * @param settings where the model is
     * @param dialect the database it is for
     * @param database what the driver says of that database, or {@code null} where there is no connection
     * @param notes takes sentences for the user
     * @throws RetortException if the settings name no model, or it cannot be found or read
     */
    public DesiredSchema read(
            ModelSettings settings, Dialect dialect, @Nullable DatabaseFacts database, Consumer<String> notes) {
        ModelName model = ModelName.parse(settings.model());
        List<Path> classPath = ApplicationClassPath.resolve(settings, notes);
        Optional<Path> bundle = NestedJar.SOURCES.extract(own, settings.cacheDirectory());
        try (URLClassLoader application = loader(bundle.filter(jar -> !classPath.isEmpty()), classPath)) {
            ModelSource source = find(model.scheme(), application)
                    .orElseThrow(() -> unknown(model, bundle.isPresent() && classPath.isEmpty(), application));
            var request = new ModelRequest(
                    model.spec(),
                    dialect,
                    database,
                    application,
                    settings.properties(),
                    settings.workingDirectory(),
                    notes);
            return readBeside(application, source, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * List the application's class path as the settings name it.
     *
     * @throws RetortException if an entry names nothing, or the build tool that was to be asked cannot tell
     */
    public List<Path> classPath(ModelSettings settings, Consumer<String> notes) {
        return ApplicationClassPath.resolve(settings, notes);
    }

    private URLClassLoader loader(Optional<Path> bundle, List<Path> classPath) {
        URL[] urls = Stream.concat(bundle.stream(), classPath.stream())
                .map(Models::url)
                .toArray(URL[]::new);
        return new URLClassLoader("retort-model", urls, bundle.isPresent() ? new ApiOnlyLoader(own) : own);
    }

    private static Optional<ModelSource> find(String scheme, ClassLoader loader) {
        return ServiceLoader.load(ModelSource.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(source -> source.scheme().equals(scheme))
                .findFirst();
    }

    /** Libraries of the application look for their own parts through the thread's context loader. */
    private static DesiredSchema readBeside(ClassLoader application, ModelSource source, ModelRequest request) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            return new DesiredSchema(source.read(request), source.implicitNames(), source.unsaid());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static RetortException unknown(ModelName model, boolean classPathIsMissing, ClassLoader loader) {
        if (classPathIsMissing) {
            return new RetortException(
                    "The model '%s' needs the application's classes, and class_path is not set".formatted(model),
                    HINT_CLASS_PATH);
        }
        var schemes = new TreeSet<String>();
        ServiceLoader.load(ModelSource.class, loader).forEach(source -> schemes.add("'" + source.scheme() + ":'"));
        if (schemes.isEmpty()) {
            return new RetortException(
                    "Nothing on the class path of Retort can read the model '%s'".formatted(model),
                    "add dev.retort:retort-hibernate beside retort-core");
        }
        return new RetortException(
                "No model is read by '%s:' of '%s'; known are %s"
                        .formatted(model.scheme(), model, String.join(", ", schemes)),
                HINT_MODEL);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The setting {@code model}, cut at its first colon. */
    private record ModelName(String scheme, String spec) {

        static ModelName parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                throw new RetortException("No model is set to compare the database with", HINT_MODEL);
            }
            int colon = text.indexOf(':');
            if (colon < 1 || text.substring(colon + 1).isBlank()) {
                throw new RetortException(
                        "The model '%s' is not of the form 'scheme:what'".formatted(text), HINT_MODEL);
            }
            return new ModelName(
                    text.substring(0, colon).strip(), text.substring(colon + 1).strip());
        }

        @Override
        public String toString() {
            return scheme + ":" + spec;
        }
    }
}
