package dev.retort.config;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a setting accepts, and how it is read.
 *
 * @param name the type as the reference page names it
 * @param absent the value of a setting that is neither set nor has a default, or {@code null} where there is none
 * @param kind how one value is read
 * @param amount how many values there may be
 * @param <T> what is read: what {@code kind} gives, or an {@link Optional} or {@link List} of that
 */
record SettingType<T>(String name, @Nullable T absent, ValueKind kind, Amount amount) {

    /** How many values a setting may have. */
    enum Amount {
        ONE,
        NONE_OR_ONE,
        MANY
    }

    static final SettingType<String> TEXT = one("text", ValueKind.TEXT);

    static final SettingType<Boolean> FLAG = one("true or false", ValueKind.FLAG);

    static final SettingType<Path> PATH = one("path", ValueKind.PATH);

    static final SettingType<ZoneId> ZONE = one("time zone", ValueKind.ZONE);

    static final SettingType<Charset> CHARSET = one("character set", ValueKind.CHARSET);

    static final SettingType<Duration> DURATION =
            one("duration (\"500ms\", \"30s\", \"5m\", \"1h\")", ValueKind.DURATION);

    static final SettingType<RevisionFormat> FORMAT = one("\"java\" or \"sql\"", ValueKind.FORMAT);

    static final SettingType<Integer> LENGTH = one("whole number", ValueKind.LENGTH);

    static final SettingType<Map<String, String>> TEXTS_BY_NAME =
            new SettingType<>("table of texts", Map.of(), ValueKind.TEXTS_BY_NAME, Amount.ONE);

    static final SettingType<List<PostWriteHook>> HOOKS =
            new SettingType<>("array of tables", List.of(), ValueKind.HOOKS, Amount.ONE);

    private static <T> SettingType<T> one(String name, ValueKind kind) {
        return new SettingType<>(name, null, kind, Amount.ONE);
    }

    /** Accept what {@code type} accepts, and nothing at all. */
    static <T> SettingType<Optional<T>> optional(SettingType<T> type) {
        return new SettingType<>(type.name, Optional.empty(), type.kind, Amount.NONE_OR_ONE);
    }

    /** Accept an array of what {@code type} accepts; one value alone stands for an array of one. */
    static <T> SettingType<List<T>> listOf(SettingType<T> type) {
        return new SettingType<>("list of " + type.name + "s", List.of(), type.kind, Amount.MANY);
    }

    /**
     * Read what the file holds.
     *
     * @param folder the folder that relative paths start from
     * @return a {@code T}
     */
    Object read(Located value, Path folder) throws BadValueException {
        if (amount == Amount.ONE) {
            return kind.read(value, folder);
        }
        if (amount == Amount.NONE_OR_ONE) {
            return Optional.of(kind.read(value, folder));
        }
        List<Object> read = new ArrayList<>();
        List<BadValueException> bad = new ArrayList<>();
        for (Located element : ValueKind.elements(value)) {
            try {
                read.add(kind.read(element, folder));
            } catch (BadValueException e) {
                bad.add(e);
            }
        }
        BadValueException.throwIfAny(bad);
        return List.copyOf(read);
    }
}
