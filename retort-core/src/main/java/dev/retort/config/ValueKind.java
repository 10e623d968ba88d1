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

import org.jspecify.annotations.Nullable;

/** How one value of a file is read; an enum and not functions, because every command waits for all of them. */
enum ValueKind {
    TEXT,
    FLAG,
    PATH,
    ZONE,
    CHARSET,
    DURATION,
    FORMAT,
    LENGTH,
    TEXTS_BY_NAME,
    HOOKS;

    private static final int MOST_DIGITS = 9;

    /**
     * Read one value.
     *
     * @param folder the folder that relative paths start from
     */
    Object read(Located value, Path folder) throws BadValueException {
        return switch (this) {
            case TEXT -> text(value);
            case FLAG -> flag(value);
            case PATH -> path(value, folder);
            case ZONE -> zone(value);
            case CHARSET -> charset(value);
            case DURATION -> duration(value);
            case FORMAT -> format(value);
            case LENGTH -> length(value);
            case TEXTS_BY_NAME -> textsByName(value);
            case HOOKS -> HookReader.read(value, folder);
        };
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
            throw new BadValueException("is not a path: '" + text + "'", value);
        }
    }

    /** Give the elements of an array; one value alone stands for an array of one. */
    static List<Located> elements(Located value) {
        if (!(value.value() instanceof List<?> list)) {
            return List.of(value);
        }
        List<Located> elements = new ArrayList<>();
        for (Object element : list) {
            elements.add((Located) element);
        }
        return elements;
    }

    private static Boolean flag(Located value) throws BadValueException {
        if (value.value() instanceof Boolean flag) {
            return flag;
        }
        throw new BadValueException("must be true or false without quotes, not " + value.kind(), value);
    }

    private static Integer length(Located value) throws BadValueException {
        if (!(value.value() instanceof Long number)) {
            throw new BadValueException("must be a whole number, not " + value.kind(), value);
        }
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new BadValueException("must be between 1 and " + Integer.MAX_VALUE + ", not " + number, value);
        }
        return number.intValue();
    }

    private static RevisionFormat format(Located value) throws BadValueException {
        String text = text(value);
        for (RevisionFormat format : RevisionFormat.values()) {
            if (format.spelling().equals(text)) {
                return format;
            }
        }
        throw new BadValueException("must be \"java\" or \"sql\", not '" + text + "'", value);
    }

    private static ZoneId zone(Located value) throws BadValueException {
        String text = text(value);
        ZoneId zone = zone(text);
        if (zone == null) {
            zone = zone(text.toUpperCase(Locale.ROOT));
        }
        if (zone == null) {
            throw new BadValueException("is not a time zone: '" + text + "'", value);
        }
        return zone;
    }

    private static @Nullable ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Charset charset(Located value) throws BadValueException {
        String text = text(value);
        try {
            return Charset.forName(text);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadValueException("is not a character set of this JVM: '" + text + "'", value);
        }
    }

    private static Duration duration(Located value) throws BadValueException {
        if (value.value() instanceof Long seconds && seconds >= 0) {
            return Duration.ofSeconds(seconds);
        }
        Duration duration = value.value() instanceof String text ? duration(text) : null;
        if (duration == null) {
            throw new BadValueException("must be a duration such as \"30s\" or \"5m\"", value);
        }
        return duration;
    }

    private static @Nullable Duration duration(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return null;
        }
        long amount = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits).stripLeading()) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> null;
        };
    }

    private static Map<String, String> textsByName(Located value) throws BadValueException {
        if (!(value.value() instanceof Map<?, ?> table)) {
            throw new BadValueException("must be a table, not " + value.kind(), value);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        List<BadValueException> bad = new ArrayList<>();
        for (Map.Entry<?, ?> entry : table.entrySet()) {
            Located located = (Located) entry.getValue();
            boolean scalar = located.value() instanceof Long || located.value() instanceof Boolean;
            try {
                texts.put((String) entry.getKey(), scalar ? located.value().toString() : text(located));
            } catch (BadValueException e) {
                bad.add(e);
            }
        }
        BadValueException.throwIfAny(bad);
        return Map.copyOf(texts);
    }
}
