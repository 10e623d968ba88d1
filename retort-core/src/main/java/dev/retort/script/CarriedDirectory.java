package dev.retort.script;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.config.Settings;

/**
 * Takes what is in a script directory into an application that is being compiled: SQL revisions as resources, {@code Env.java}
 * and Java revisions as sources for the same compilation.
 */
final class CarriedDirectory {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\p{L}\\p{N}_.$]+)\\s*;");

    private final Settings settings;
    private final ScriptDirectory scripts;
    private final Filer filer;
    private final Set<String> compiled;
    private final Elements elements;
    private final List<CarriedFile> files = new ArrayList<>();
    private final ScriptProblems problems = new ScriptProblems();

    /**
     * Open the script directory of a configuration file.
     *
     * @param compiled the classes that the build compiles anyway
     * @throws RetortException if it cannot be read
     */
    CarriedDirectory(Path config, ProcessingEnvironment environment, Set<String> compiled) {
        Path folder = config.toAbsolutePath().normalize().getParent();
        this.settings = Settings.load(
                folder == null ? Path.of("") : folder, Overrides.of(Map.of()).withConfigFile(config));
        this.scripts = ScriptDirectory.open(settings);
        this.filer = environment.getFiler();
        this.elements = environment.getElementUtils();
        this.compiled = Set.copyOf(compiled);
    }

    /**
     * Hand everything over.
     *
     * @throws RetortException with everything that is wrong with the files
     */
    void carry() {
        for (HeaderCache.Entry entry : scripts.entries()) {
            if (!entry.file().isJava()) {
                sql(entry);
            } else if (entry.header().isPresent()) {
                java(entry.file().path());
            }
        }
        scripts.helpers().forEach(this::java);
        scripts.ownEnvironment().ifPresent(text -> java(scripts.environmentFile()));
        problems.throwIfAny("Cannot take in the script directory");
    }

    /** List the SQL revisions that were taken in. */
    List<CarriedFile> files() {
        return List.copyOf(files);
    }

    /** Give the class of {@code Env.java}; none where it is as {@code init} made it. */
    @Nullable
    String environment() {
        return scripts.ownEnvironment()
                .map(text -> className(scripts.environmentFile(), text))
                .orElse(null);
    }

    /** Say where the files are, seen from the folder that holds the resource at {@code index}. */
    RevisionIndex.@Nullable Source source(URI index) {
        if (!"file".equals(index.getScheme())) {
            return null;
        }
        Path classes = Path.of(index).resolve("../../..").normalize();
        List<String> locations = new ArrayList<>();
        for (Path location : scripts.versionLocations()) {
            if (!location.getRoot().equals(classes.getRoot())) {
                return null;
            }
            locations.add(classes.relativize(location).toString().replace('\\', '/'));
        }
        return new RevisionIndex.Source(settings.get(Setting.RECURSIVE_VERSION_LOCATIONS), locations);
    }

    private void sql(HeaderCache.Entry entry) {
        Path path = entry.file().path();
        Optional<String> text = text(path);
        if (text.isEmpty()) {
            return;
        }
        SqlSections.parse(shown(path), text.get(), problems);
        CarriedFile file = new CarriedFile(
                entry.header().orElseThrow(), shown(path), entry.file().size());
        try (Writer writer = filer.createResource(StandardLocation.CLASS_OUTPUT, "", file.resource())
                .openWriter()) {
            writer.write(text.get());
        } catch (IOException e) {
            problems.add(
                    shown(path),
                    "it cannot be taken in: " + RetortException.reason(e),
                    "check that the output folder may be written");
        }
        files.add(file);
    }

    private void java(Path path) {
        Optional<String> text = text(path);
        String name = className(path, text.orElse(""));
        if (text.isEmpty() || isCompiled(path, name)) {
            return;
        }
        try (Writer writer = filer.createSourceFile(name).openWriter()) {
            writer.write(text.get());
        } catch (IOException e) {
            problems.add(
                    shown(path),
                    "its class '%s' cannot be taken in: %s".formatted(name, RetortException.reason(e)),
                    "give every class in the script directory a name of its own");
        }
    }

    /** A file that lies as its package says belongs to a source folder, of which a build may compile only what changed. */
    private boolean isCompiled(Path path, String name) {
        boolean inSources = name.contains(".") && path.endsWith(name.replace('.', '/') + ".java");
        return compiled.contains(name) || (inSources && elements.getTypeElement(name) != null);
    }

    private Optional<String> text(Path path) {
        try {
            return Optional.of(SourceText.read(
                    path,
                    path.equals(scripts.environmentFile())
                            ? StandardCharsets.UTF_8
                            : settings.get(Setting.OUTPUT_ENCODING)));
        } catch (HeaderProblemException e) {
            problems.add(shown(path) + ":" + e.line(), String.valueOf(e.getMessage()), e.hint());
            return Optional.empty();
        }
    }

    private static String className(Path file, String text) {
        Matcher matcher = PACKAGE.matcher(text);
        String name = file.getFileName().toString();
        String simple = name.substring(0, name.length() - ".java".length());
        return matcher.find() ? matcher.group(1) + "." + simple : simple;
    }

    private String shown(Path file) {
        return Shown.path(file, settings.folder());
    }
}
