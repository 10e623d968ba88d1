package dev.retort.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import dev.retort.RetortException;

/**
 * All settings of one command: the file, above it the named environment, above that variables and options.
 *
 * @param file the file that was read, if one was
 * @param folder the folder that relative paths start from: the file's own
 * @param environmentName the {@code [env.NAME]} whose settings were taken, if one was
 * @param values what holds for each setting
 * @param arguments the {@code key=value} pairs of {@code -x}
 * @param databases the settings of each database, where {@link Setting#DATABASES} names several and no environment was
 *     asked for
 * @param cacheDirectory where this user's caches are kept; empty where the environment names no place
 */
public record Settings(
        Optional<Path> file,
        Path folder,
        Optional<String> environmentName,
        Map<Setting<?>, SettingValue> values,
        Map<String, String> arguments,
        List<Settings> databases,
        Optional<Path> cacheDirectory) {

    /** Copy the collections. */
    public Settings {
        values = Map.copyOf(values);
        arguments = Map.copyOf(arguments);
        databases = List.copyOf(databases);
    }

    /**
     * Read the settings for a command run in {@code workingDirectory}.
     *
     * @throws RetortException if there is no file, or with everything that is wrong with it
     */
    public static Settings load(Path workingDirectory, Overrides overrides) {
        return new SettingsLoader(workingDirectory, overrides).load();
    }

    /**
     * Read the settings for a command that can do without a file, such as {@code init}.
     *
     * @throws RetortException if a file was asked for and is not there, or with everything that is wrong with it
     */
    public static Settings loadOrDefaults(Path workingDirectory, Overrides overrides) {
        SettingsLoader loader = new SettingsLoader(workingDirectory, overrides);
        return loader.isFileDue() ? loader.load() : loader.defaults();
    }

    /** Tell whether there is a file for a command run in {@code workingDirectory}, or one was asked for. */
    public static boolean isFileDue(Path workingDirectory, Overrides overrides) {
        return new SettingsLoader(workingDirectory, overrides).isFileDue();
    }

    /**
     * Put settings together from {@code overrides} alone; no file is looked for.
     *
     * @param folder the folder that relative paths start from
     * @throws RetortException with everything that is wrong with them
     */
    public static Settings withoutFile(Path folder, Overrides overrides) {
        return new SettingsLoader(folder, overrides).defaults();
    }

    /**
     * Give the value of {@code setting}: what was set, or its default.
     *
     * @throws RetortException if the value names an environment variable that is not set
     */
    public <T> T get(Setting<T> setting) {
        SettingValue value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("not a setting: " + setting);
        }
        if (!value.missingVariables().isEmpty()) {
            throw missingVariables();
        }
        @SuppressWarnings("unchecked") // the loader read it with the setting's own type
        T read = (T) value.value();
        return read;
    }

    /** Say whether {@code setting} was set at all, and is not merely at its default. */
    public boolean isSet(Setting<?> setting) {
        return origin(setting).isPresent();
    }

    /** Say where {@code setting} was set, as {@code retort.toml:3}, {@code RETORT_URL} or {@code --url}; empty for the default. */
    public Optional<String> origin(Setting<?> setting) {
        SettingValue value = values.get(setting);
        return value == null || value.origin().isEmpty() ? Optional.empty() : Optional.of(value.origin());
    }

    private RetortException missingVariables() {
        StringJoiner problems = new StringJoiner(System.lineSeparator());
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Setting<?> setting : Setting.all()) {
            SettingValue value = values.get(setting);
            if (value != null && !value.missingVariables().isEmpty()) {
                for (String name : value.missingVariables()) {
                    problems.add("%s: '%s' needs the environment variable '%s', which is not set"
                            .formatted(value.origin(), setting, name));
                    names.put(name, names.size());
                }
            }
        }
        String first = names.keySet().iterator().next();
        return new RetortException(
                problems.toString(), "set %s, or write ${%s:-default} in the file".formatted(first, first));
    }

    /** Show what was set and where, without passwords. */
    @Override
    public String toString() {
        StringJoiner shown = new StringJoiner(", ", "Settings[", "]");
        for (Setting<?> setting : Setting.all()) {
            SettingValue value = values.get(setting);
            if (value != null && !value.origin().isEmpty()) {
                shown.add(setting + "=" + (setting.isSecret() ? "****" : RedactedUrl.of(value.toString())));
            }
        }
        return shown.toString();
    }
}
