package dev.retort.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON document: names and values in the order they were put.
 *
 * <p>A value is {@code null}, a boolean, a number, a collection of values, a map, another {@code Json}, or anything else
 * by its {@code toString}.
 */
final class Json {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** Put a member behind the others. */
    Json put(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** Put all members of {@code other} behind the others. */
    Json putAll(Json other) {
        members.putAll(other.members);
        return this;
    }

    /** Write the document, indented by two spaces. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text, members, "\n");
        return text.toString();
    }

    private static void write(StringBuilder text, @Nullable Object value, String newLine) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Number number) {
            write(text, number);
        } else if (value instanceof Json json) {
            write(text, json.members, newLine);
        } else if (value instanceof Map<?, ?> map) {
            write(text, map, newLine);
        } else if (value instanceof Collection<?> collection) {
            write(text, collection, newLine);
        } else {
            quote(text, value.toString());
        }
    }

    private static void write(StringBuilder text, Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            text.append(Double.isFinite(value) ? number.toString() : "null");
        } else {
            text.append(number);
        }
    }

    private static void write(StringBuilder text, Map<?, ?> map, String newLine) {
        String inner = newLine + "  ";
        String separator = inner;
        text.append('{');
        for (Map.Entry<?, ?> member : map.entrySet()) {
            text.append(separator);
            quote(text, String.valueOf(member.getKey()));
            text.append(": ");
            write(text, member.getValue(), inner);
            separator = "," + inner;
        }
        text.append(map.isEmpty() ? "}" : newLine + "}");
    }

    private static void write(StringBuilder text, Collection<?> values, String newLine) {
        String inner = newLine + "  ";
        String separator = inner;
        text.append('[');
        for (Object value : values) {
            text.append(separator);
            write(text, value, inner);
            separator = "," + inner;
        }
        text.append(values.isEmpty() ? "]" : newLine + "]");
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (mustBeEscaped(value, at)) {
                        text.append("\\u");
                        String digits = Integer.toHexString(character);
                        text.append("0".repeat(4 - digits.length())).append(digits);
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }

    /** Tell whether a character is a control character, or half of a pair whose other half is not there. */
    private static boolean mustBeEscaped(String value, int at) {
        char character = value.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
        }
        return character < ' ' || character == '\u007f' || character == '\u2028' || character == '\u2029';
    }
}
