package dev.retort.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Finds the configuration file and reads it, collecting everything that is wrong with it. */
final class SettingsLoader {

    private static final String FILE_NAME = "retort.toml";
    private static final String FILE_VARIABLE = "RETORT_CONFIG";
    private static final String ENVIRONMENTS = "env";

    private final Path workingDirectory;
    private final Overrides overrides;

    SettingsLoader(Path workingDirectory, Overrides overrides) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.overrides = overrides;
    }

    Settings load() {
        return read(file());
    }

    boolean isFileDue() {
        return isAskedFor() || Files.exists(file());
    }

    private boolean isAskedFor() {
        return overrides.configFile() != null
                || !overrides.variables().getOrDefault(FILE_VARIABLE, "").isEmpty();
    }

    private Path file() {
        Path given = overrides.configFile();
        if (given == null) {
            String variable = overrides.variables().getOrDefault(FILE_VARIABLE, "");
            given = Path.of(variable.isEmpty() ? FILE_NAME : variable);
        }
        return workingDirectory.resolve(given).normalize();
    }

    Settings defaults() {
        if (overrides.environmentName() != null) {
            throw new RetortException(
                    "There is no environment '%s': there is no '%s' in '%s'"
                            .formatted(overrides.environmentName(), FILE_NAME, workingDirectory),
                    "run 'retort init migrations' to make one");
        }
        Problems problems = new Problems(FILE_NAME);
        EffectiveValues effective = new EffectiveValues(FILE_NAME, workingDirectory, overrides, problems);
        Settings settings = new Settings(
                Optional.empty(),
                workingDirectory,
                Optional.empty(),
                effective.of(Map.of(), Map.of()),
                overrides.arguments(),
                List.of(),
                overrides.cacheDirectory());
        problems.throwIfAny();
        return settings;
    }

    private Settings read(Path file) {
        String shown = shown(file);
        Problems problems = new Problems(shown);
        Map<String, Located> document = TomlDocument.parse(text(file, shown), problems);
        Map<String, Map<String, Located>> environments = environments(document, problems);
        Path folder = file.toAbsolutePath().getParent();
        EffectiveValues effective =
                new EffectiveValues(shown, folder == null ? workingDirectory : folder, overrides, problems);
        Settings settings = settings(file, document, environments, overrides.environmentName(), effective, problems);
        checkNamedOnce(document, problems);
        effective.checkShadowed(document);
        for (Map<String, Located> environment : environments.values()) {
            effective.checkShadowed(environment);
        }
        problems.throwIfAny();
        return settings;
    }

    private Settings settings(
            Path file,
            Map<String, Located> document,
            Map<String, Map<String, Located>> environments,
            @Nullable String name,
            EffectiveValues effective,
            Problems problems) {
        Map<String, Located> environment = Map.of();
        if (name != null) {
            environment = environments.getOrDefault(name, Map.of());
            if (!environments.containsKey(name)) {
                unknownEnvironment(name, environments.keySet(), document, problems);
            }
        }
        Map<Setting<?>, SettingValue> values = effective.of(document, environment);
        List<Settings> databases = new ArrayList<>();
        SettingValue names = values.get(Setting.DATABASES);
        if (name == null && names != null && names.value() instanceof List<?> list) {
            for (Object database : new LinkedHashSet<>(list)) {
                String text = (String) database;
                databases.add(settings(file, document, environments, text, effective, problems));
            }
        }
        return new Settings(
                Optional.of(file),
                effective.folder(),
                Optional.ofNullable(name),
                values,
                overrides.arguments(),
                databases,
                overrides.cacheDirectory());
    }

    private static void checkNamedOnce(Map<String, Located> document, Problems problems) {
        Located databases = document.get(Setting.DATABASES.name());
        Set<Object> names = new HashSet<>();
        for (Located name : databases == null ? List.<Located>of() : ValueKind.elements(databases)) {
            if (!names.add(name.value())) {
                problems.add(
                        name.line(),
                        name.column(),
                        "'databases' names '%s' twice".formatted(name.value()),
                        "name each database once");
            }
        }
    }

    private static void unknownEnvironment(
            String name, Set<String> known, Map<String, Located> document, Problems problems) {
        Located databases = document.get(Setting.DATABASES.name());
        Located where = databases == null
                ? Located.nowhere(name)
                : ValueKind.elements(databases).stream()
                        .filter(element -> element.value().equals(name))
                        .findFirst()
                        .orElse(Located.nowhere(name));
        String hint = NearestName.of(name, known)
                .map(nearest -> "did you mean '%s'".formatted(nearest))
                .orElse("add a table [env.%s] to the file".formatted(name));
        problems.add(
                where.line(),
                where.column(),
                known.isEmpty()
                        ? "there is no environment '%s': the file has no [env.NAME] table".formatted(name)
                        : "there is no environment '%s'; the file has %s".formatted(name, String.join(", ", known)),
                hint);
    }

    private static Map<String, Map<String, Located>> environments(Map<String, Located> document, Problems problems) {
        Located env = document.remove(ENVIRONMENTS);
        Map<String, Map<String, Located>> environments = new LinkedHashMap<>();
        if (env == null) {
            return environments;
        }
        if (!(env.value() instanceof Map<?, ?> tables)) {
            problems.add(env.line(), env.column(), "'env' must be a table", "write a table [env.NAME]");
            return environments;
        }
        for (Map.Entry<?, ?> entry : tables.entrySet()) {
            Located table = (Located) entry.getValue();
            Map<String, Located> keys = new LinkedHashMap<>();
            if (table.value() instanceof Map<?, ?> map) {
                for (Map.Entry<?, ?> key : map.entrySet()) {
                    keys.put((String) key.getKey(), (Located) key.getValue());
                }
            } else {
                problems.add(
                        table.line(),
                        table.column(),
                        "'env.%s' must be a table of settings".formatted(entry.getKey()),
                        "write [env.%s] and the settings below it".formatted(entry.getKey()));
            }
            environments.put((String) entry.getKey(), keys);
        }
        return environments;
    }

    private String text(Path file, String shown) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RetortException(
                    "There is no configuration file '%s'".formatted(shown),
                    isAskedFor()
                            ? "check the path given by -c or " + FILE_VARIABLE
                            : "run 'retort init migrations' to make one, or name it with -c FILE",
                    e);
        } catch (CharacterCodingException e) {
            throw new RetortException(
                    "'%s' is not UTF-8 text".formatted(shown), "save the file in the encoding UTF-8", e);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot read the configuration file '%s': %s".formatted(shown, RetortException.reason(e)),
                    "check that it is a file you may read",
                    e);
        }
    }

    private String shown(Path file) {
        if (file.equals(workingDirectory)) {
            return ".";
        }
        return file.startsWith(workingDirectory)
                ? workingDirectory.relativize(file).toString()
                : file.toString();
    }
}
