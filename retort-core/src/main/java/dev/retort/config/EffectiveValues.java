package dev.retort.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Picks for each setting the strongest of option, variable, named environment, file and default, and reads it. */
final class EffectiveValues {

    private final String file;
    private final Path folder;
    private final Overrides overrides;
    private final Problems problems;

    EffectiveValues(String file, Path folder, Overrides overrides, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.overrides = overrides;
        this.problems = problems;
    }

    Path folder() {
        return folder;
    }

    Map<Setting<?>, SettingValue> of(Map<String, Located> document, Map<String, Located> environment) {
        Map<Setting<?>, SettingValue> values = new HashMap<>();
        for (Setting<?> setting : Setting.all()) {
            values.put(setting, value(setting, document, environment));
        }
        return values;
    }

    /** Report unknown keys and bad values of keys that may be overridden: a mistake there waits for its day. */
    void checkShadowed(Map<String, Located> keys) {
        for (Map.Entry<String, Located> entry : keys.entrySet()) {
            Optional<Setting<?>> setting = Setting.named(entry.getKey());
            if (setting.isPresent()) {
                read(setting.get(), entry.getValue());
            } else {
                unknown(entry.getKey(), entry.getValue());
            }
        }
    }

    private void unknown(String key, Located value) {
        Optional<String> nearest =
                NearestName.of(key, Setting.all().stream().map(Setting::name).toList());
        problems.add(
                value.line(),
                value.column(),
                "'%s' is not a setting%s"
                        .formatted(
                                key,
                                nearest.map("; the nearest is '%s'"::formatted).orElse("")),
                nearest.map("write '%s'"::formatted).orElse("remove it; docs/configuration.md lists every setting"));
    }

    private SettingValue value(Setting<?> setting, Map<String, Located> document, Map<String, Located> environment) {
        Optional<Overrides.Given> given = overrides.given(setting);
        if (given.isPresent()) {
            SettingValue read = typed(
                    setting, Located.nowhere(given.get().text()), given.get().by());
            return read == null ? unset(setting) : read;
        }
        Located own = environment.get(setting.name());
        Located located = own == null ? document.get(setting.name()) : own;
        SettingValue read = located == null ? null : read(setting, located);
        return read == null ? unset(setting) : read;
    }

    private SettingValue unset(Setting<?> setting) {
        Optional<Object> otherwise = setting.defaultValue();
        if (otherwise.isPresent()) {
            SettingValue read = typed(setting, Located.nowhere(otherwise.get()), "");
            if (read != null) {
                return read;
            }
        }
        Object absent = setting.type().absent();
        if (absent == null) {
            throw new IllegalStateException("'%s' has neither a value nor a default".formatted(setting));
        }
        return new SettingValue(absent, "", List.of());
    }

    private @Nullable SettingValue read(Setting<?> setting, Located located) {
        Interpolation interpolation = new Interpolation(overrides.variables(), folder.toString());
        String origin = file + ":" + located.line();
        try {
            Located replaced = interpolation.in(located);
            if (!interpolation.missing().isEmpty()) {
                return new SettingValue("", origin, List.copyOf(interpolation.missing()));
            }
            return typed(setting, replaced, origin);
        } catch (BadValueException e) {
            bad(setting, e);
            return null;
        }
    }

    private @Nullable SettingValue typed(Setting<?> setting, Located located, String origin) {
        try {
            return new SettingValue(setting.type().read(located, folder), origin, List.of());
        } catch (BadValueException e) {
            bad(setting, e);
            return null;
        }
    }

    private void bad(Setting<?> setting, BadValueException e) {
        for (BadValueException each : e.all()) {
            problems.add(
                    each.line(),
                    each.column(),
                    "'%s' %s".formatted(setting, each.getMessage()),
                    "write %s = %s, for example".formatted(setting, setting.example()));
        }
    }
}
