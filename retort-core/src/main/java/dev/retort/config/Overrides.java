package dev.retort.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What stands above the file: the command line's global options and the process's environment.
 *
 * @param configFile the file of {@code -c}, or {@code null} when not given
 * @param environmentName the name of {@code -n}, or {@code null} when not given
 * @param arguments the {@code key=value} pairs of {@code -x}
 * @param values settings given by their option, such as {@code --url}
 * @param variables the environment variables
 */
public record Overrides(
        @Nullable Path configFile,
        @Nullable String environmentName,
        Map<String, String> arguments,
        Map<Setting<?>, String> values,
        Map<String, String> variables) {

    /** Variables that name a folder, the strongest first, and where below it our caches are. */
    private static final List<Map.Entry<String, String>> CACHES = List.of(
            Map.entry("RETORT_CACHE", ""),
            Map.entry("XDG_CACHE_HOME", "retort"),
            Map.entry("LOCALAPPDATA", "retort/cache"),
            Map.entry("HOME", ".cache/retort"));

    /** Copy the maps. */
    public Overrides {
        arguments = Map.copyOf(arguments);
        values = Map.copyOf(values);
        variables = Map.copyOf(variables);
    }

    /** Override nothing but by what {@code variables}, usually {@link System#getenv()}, say. */
    public static Overrides of(Map<String, String> variables) {
        return new Overrides(null, null, Map.of(), Map.of(), variables);
    }

    /** Read {@code file} instead of the file that would be found. */
    public Overrides withConfigFile(@Nullable Path file) {
        return new Overrides(file, environmentName, arguments, values, variables);
    }

    /** Take the settings of {@code [env.NAME]}. */
    public Overrides withEnvironmentName(@Nullable String name) {
        return new Overrides(configFile, name, arguments, values, variables);
    }

    /** Hand {@code arguments} to {@code Env.java}. */
    public Overrides withArguments(Map<String, String> arguments) {
        return new Overrides(configFile, environmentName, arguments, values, variables);
    }

    /** Give {@code setting} the value {@code text}, whatever the file says. */
    public Overrides with(Setting<?> setting, String text) {
        Map<Setting<?>, String> more = new LinkedHashMap<>(values);
        more.put(setting, text);
        return new Overrides(configFile, environmentName, arguments, more, variables);
    }

    /** Find what was given for {@code setting}, by option first, and how. */
    Optional<Given> given(Setting<?> setting) {
        String text = values.get(setting);
        if (text != null) {
            return Optional.of(new Given(text, setting.flag().orElse(setting.name())));
        }
        Optional<String> name = setting.environmentVariable();
        Optional<String> value = name.isEmpty() ? name : variable(name.get());
        return value.isEmpty() ? Optional.empty() : Optional.of(new Given(value.get(), name.get()));
    }

    /** Find the folder of the user's caches: {@code RETORT_CACHE}, else {@code retort} in the platform's own. */
    Optional<Path> cacheDirectory() {
        for (Map.Entry<String, String> place : CACHES) {
            Optional<String> folder = variable(place.getKey());
            if (folder.isPresent()) {
                return Optional.of(Path.of(folder.get(), place.getValue()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> variable(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** A value and the option or variable that gave it. */
    record Given(String text, String by) {}

    /** Name what was overridden, without any value: they may hold passwords. */
    @Override
    public String toString() {
        return "Overrides[configFile=%s, environmentName=%s, arguments=%s, values=%s]"
                .formatted(configFile, environmentName, arguments.keySet(), values.keySet());
    }
}
