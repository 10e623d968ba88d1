package dev.retort.config;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a setting accepts, and how it is read.
 *
 * @param name the type as the reference page names it
 * @param absent the value of a setting that is neither set nor has a default, or {@code null} where there is none
 * @param reader turns what the file holds into the value
 */
record SettingType<T>(String name, @Nullable T absent, Reader<T> reader) {

    /** Turns what a file holds into the value of a setting. */
    @FunctionalInterface
    interface Reader<T> {

        /**
         * Read one value.
         *
         * @param folder the folder that relative paths start from
         */
        T read(Located value, Path folder) throws BadValueException;
    }

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    static final SettingType<String> TEXT = new SettingType<>("text", null, (value, folder) -> text(value));

    static final SettingType<Boolean> FLAG = new SettingType<>("true or false", null, (value, folder) -> {
        if (value.value() instanceof Boolean flag) {
            return flag;
        }
        throw new BadValueException("must be true or false without quotes, not " + value.kind(), value);
    });

    static final SettingType<Path> PATH = new SettingType<>("path", null, (value, folder) -> path(value, folder));

    static final SettingType<ZoneId> ZONE = new SettingType<>("time zone", null, (value, folder) -> zone(value));

    static final SettingType<Charset> CHARSET =
            new SettingType<>("character set", null, (value, folder) -> charset(value));

    static final SettingType<Duration> DURATION_TYPE = new SettingType<>(
            "duration (\"500ms\", \"30s\", \"5m\", \"1h\")", null, (value, folder) -> duration(value));

    static final SettingType<RevisionFormat> FORMAT =
            new SettingType<>("\"java\" or \"sql\"", null, (value, folder) -> {
                for (RevisionFormat format : RevisionFormat.values()) {
                    if (format.spelling().equals(text(value))) {
                        return format;
                    }
                }
                throw new BadValueException("must be \"java\" or \"sql\", not '%s'".formatted(text(value)), value);
            });

    static final SettingType<Map<String, String>> TEXTS_BY_NAME =
            new SettingType<>("table of texts", Map.of(), (value, folder) -> textsByName(value));

    static final SettingType<List<PostWriteHook>> HOOKS =
            new SettingType<>("array of tables", List.of(), (value, folder) -> HookReader.read(value, folder));

    /** Accept a whole number of at least {@code least}. */
    static SettingType<Integer> number(int least) {
        return new SettingType<>("whole number", null, (value, folder) -> {
            if (!(value.value() instanceof Long number)) {
                throw new BadValueException("must be a whole number, not " + value.kind(), value);
            }
            if (number < least || number > Integer.MAX_VALUE) {
                throw new BadValueException(
                        "must be between %d and %d, not %d".formatted(least, Integer.MAX_VALUE, number), value);
            }
            return number.intValue();
        });
    }

    /** Accept what {@code type} accepts, and nothing at all. */
    static <T> SettingType<Optional<T>> optional(SettingType<T> type) {
        return new SettingType<>(
                type.name(),
                Optional.empty(),
                (value, folder) -> Optional.of(type.reader().read(value, folder)));
    }

    /** Accept an array of what {@code type} accepts; one value alone stands for an array of one. */
    static <T> SettingType<List<T>> listOf(SettingType<T> type) {
        return new SettingType<>("list of " + type.name() + "s", List.of(), (value, folder) -> {
            List<T> read = new ArrayList<>();
            for (Located element : elements(value)) {
                read.add(type.reader().read(element, folder));
            }
            return List.copyOf(read);
        });
    }

    static String text(Located value) throws BadValueException {
        if (!(value.value() instanceof String text)) {
            throw new BadValueException("must be a string in quotes, not " + value.kind(), value);
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadValueException("must not hold the character U+0000", value);
        }
        return text;
    }

    static Path path(Located value, Path folder) throws BadValueException {
        String text = text(value);
        if (text.isBlank()) {
            throw new BadValueException("must not be empty", value);
        }
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new BadValueException("is not a path: '%s'".formatted(text), value);
        }
    }

    static List<Located> elements(Located value) {
        if (!(value.value() instanceof List<?> list)) {
            return List.of(value);
        }
        return list.stream().map(Located.class::cast).toList();
    }

    private static ZoneId zone(Located value) throws BadValueException {
        String text = text(value);
        return zone(text)
                .or(() -> zone(text.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> new BadValueException("is not a time zone: '%s'".formatted(text), value));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Charset charset(Located value) throws BadValueException {
        String text = text(value);
        try {
            return Charset.forName(text);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadValueException("is not a character set of this JVM: '%s'".formatted(text), value);
        }
    }

    private static Duration duration(Located value) throws BadValueException {
        if (value.value() instanceof Long seconds && seconds >= 0) {
            return Duration.ofSeconds(seconds);
        }
        Matcher matcher = DURATION.matcher(value.value() instanceof String text ? text : "");
        if (!matcher.matches()) {
            throw new BadValueException("must be a duration such as \"30s\" or \"5m\"", value);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static Map<String, String> textsByName(Located value) throws BadValueException {
        if (!(value.value() instanceof Map<?, ?> table)) {
            throw new BadValueException("must be a table, not " + value.kind(), value);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : table.entrySet()) {
            Located located = (Located) entry.getValue();
            boolean scalar = located.value() instanceof Long || located.value() instanceof Boolean;
            texts.put((String) entry.getKey(), scalar ? located.value().toString() : text(located));
        }
        return Map.copyOf(texts);
    }
}
