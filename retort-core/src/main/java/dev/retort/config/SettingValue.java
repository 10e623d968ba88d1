package dev.retort.config;

import java.util.List;
import java.util.Optional;

/**
 * What holds for one setting.
 *
 * @param value what was read, of the setting's type; empty text while variables are missing
 * @param origin where it was set, as {@code retort.toml:3} or {@code --url}; empty for the default
 * @param missingVariables the environment variables that the value names and that are not set
 */
public record SettingValue(Object value, String origin, List<String> missingVariables) {

    /** Copy the list. */
    public SettingValue {
        missingVariables = List.copyOf(missingVariables);
    }

    /** Show the value alone; the caller hides secrets. */
    @Override
    public String toString() {
        return value instanceof Optional<?> optional ? String.valueOf(optional.orElse(null)) : value.toString();
    }
}
