package dev.retort.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.lang.model.SourceVersion;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.config.Settings;

/** Makes a script directory and its configuration file, or nothing at all. */
final class ScriptInit {

    private static final Path DEFAULT_DIRECTORY = Path.of("migrations");
    private static final String DEFAULT_PACKAGE = "db.migrations";

    private final InitRequest request;
    private final Path project;
    private final String template;
    private final Path directory;
    private final String packageName;
    private final List<Path> created = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    ScriptInit(InitRequest request) {
        this.request = request;
        this.project = request.workingDirectory().toAbsolutePath().normalize();
        this.template = request.template().orElse(Template.GENERIC);
        this.directory =
                project.resolve(request.directory().orElse(DEFAULT_DIRECTORY)).normalize();
        this.packageName = request.packageName().orElse(template.equals(Template.MAVEN) ? DEFAULT_PACKAGE : "");
    }

    InitResult make() {
        requireTemplate();
        requirePackage();
        requireEmpty();
        Path config = project.resolve(request.configFile()).normalize();
        Map<Path, String> files = files(config);
        try {
            for (Path folder : folders(config)) {
                createFolders(folder);
            }
            for (Map.Entry<Path, String> file : files.entrySet()) {
                createFolders(file.getKey().getParent());
                AtomicFile.create(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                created.add(file.getKey());
            }
        } catch (IOException e) {
            removeCreated();
            throw new RetortException(
                    "Cannot make the script directory '%s': %s".formatted(directory, RetortException.reason(e)),
                    "check that the folder may be written",
                    e);
        }
        return new InitResult(template, directory, config, created, notes);
    }

    private Map<Path, String> files(Path config) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(directory.resolve("Env.java"), Template.resource("shared/Env.java"));
        if (!template.equals(Template.SQL)) {
            files.put(directory.resolve("revision.java.template"), Template.resource("shared/revision.java.template"));
        }
        files.put(directory.resolve("revision.sql.template"), Template.resource("shared/revision.sql.template"));
        files.put(directory.resolve("README"), Template.resource("shared/README"));
        if (Files.exists(config)) {
            keptConfig(config);
        } else {
            files.put(config, config());
        }
        return files;
    }

    private List<Path> folders(Path config) {
        Path base = config.getParent() == null ? project : config.getParent();
        return switch (template) {
            case Template.MAVEN -> List.of(base.resolve("src/main/java").resolve(packagePath()));
            default -> List.of(directory.resolve("versions"));
        };
    }

    private void keptConfig(Path config) {
        notes.add("'%s' exists and was left as it is".formatted(Shown.path(config, project)));
        try {
            Settings kept = Settings.load(project, Overrides.of(Map.of()).withConfigFile(config));
            Path named = kept.get(Setting.SCRIPT_LOCATION);
            if (!named.equals(directory)) {
                String line = "script_location = %s".formatted(location(config));
                notes.add(
                        kept.isSet(Setting.SCRIPT_LOCATION)
                                ? "Its script_location is still '%s'; the new directory is used once it says: %s"
                                        .formatted(Shown.path(named, kept.folder()), line)
                                : "Add this line to it: " + line);
            }
        } catch (RetortException e) {
            notes.add("It cannot be read: %s".formatted(e.getMessage()));
        }
    }

    private String config() {
        Path config = project.resolve(request.configFile()).normalize();
        String text = Template.resource(template + "/retort.toml");
        String location = location(config);
        return text.replace("\"@script_location@\"", location)
                .replace("@script_location@", location.substring(1, location.length() - 1))
                .replace("@package_path@", packagePath())
                .replace("@package@", packageName)
                .replace("@class_path@", classPath());
    }

    /** Write where the script directory is, relative to the configuration file where that is possible, as a TOML string. */
    private String location(Path config) {
        Path base = config.getParent() == null ? project : config.getParent();
        boolean absolute = request.directory().map(Path::isAbsolute).orElse(false);
        String text = absolute || !base.getRoot().equals(directory.getRoot())
                ? directory.toString()
                : base.relativize(directory).toString();
        text = text.isEmpty() ? "." : text.replace('\\', '/');
        return "\"" + text.replace("\"", "\\\"").replace("${", "$${") + "\"";
    }

    private String classPath() {
        if (Files.isRegularFile(project.resolve("pom.xml"))) {
            notes.add("Found a Maven project (pom.xml): class_path = \"maven\" asks it for the application's classes"
                    + (request.template().isEmpty()
                            ? "; -t maven would make the revisions part of the application"
                            : ""));
            return "\n# The application's classes and libraries, as the build knows them.\nclass_path = \"maven\"";
        }
        for (String file : List.of("build.gradle", "build.gradle.kts")) {
            if (Files.isRegularFile(project.resolve(file))) {
                notes.add("Found a Gradle project (%s): class_path names the folders its classes are compiled to"
                        .formatted(file));
                return "\n# The application's classes; add its libraries, as the build copies them.\n"
                        + "class_path = [\"build/classes/java/main\", \"build/resources/main\"]";
            }
        }
        return "# class_path = [\"target/classes\", \"target/lib/*.jar\"]";
    }

    private String packagePath() {
        return packageName.replace('.', '/');
    }

    private void requireTemplate() {
        if (Template.named(template).isEmpty()) {
            throw new RetortException(
                    "There is no template '%s'".formatted(template),
                    "the templates are "
                            + String.join(
                                    ", ",
                                    Template.all().stream().map(Template::name).toList()));
        }
        if (template.equals(Template.MAVEN) && !Files.isRegularFile(project.resolve("pom.xml"))) {
            throw new RetortException(
                    "'%s' is no Maven project: there is no pom.xml".formatted(project),
                    "run it in the project's folder, or take another template");
        }
    }

    private void requirePackage() {
        if (request.packageName().isPresent() && !template.equals(Template.MAVEN)) {
            throw new RetortException(
                    "The template '%s' has no use for a package: the application does not compile its revisions"
                            .formatted(template),
                    "add --template maven, or leave --package out");
        }
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new RetortException(
                    "'%s' is not the name of a package".formatted(packageName),
                    "write words separated by dots, such as com.example.migrations");
        }
    }

    private void requireEmpty() {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new RetortException(
                    "'%s' is a file".formatted(directory), "name a folder that does not exist yet, or remove the file");
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new RetortException(
                        "The folder '%s' exists and is not empty".formatted(Shown.path(directory, project)),
                        "name another folder, or empty this one");
            }
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot read the folder '%s': %s".formatted(directory, RetortException.reason(e)),
                    "check that you may read it",
                    e);
        }
    }

    private void createFolders(@Nullable Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path path = folder; path != null && !Files.exists(path); path = path.getParent()) {
            missing.add(path);
        }
        Collections.reverse(missing);
        for (Path path : missing) {
            Files.createDirectory(path);
            created.add(path);
        }
    }

    private void removeCreated() {
        List<Path> remove = new ArrayList<>(created);
        Collections.reverse(remove);
        for (Path path : remove) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                notes.add("'%s' could not be removed: %s".formatted(path, RetortException.reason(e)));
            }
        }
        created.clear();
    }
}
