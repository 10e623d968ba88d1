package dev.retort.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One value of a configuration file and where it stands.
 *
 * @param value a {@link String}, {@link Long}, {@link Boolean}, {@code List<Located>}, {@code Map<String, Located>}, or
 *     whatever else TOML has, which no setting accepts
 * @param line counted from 1; 0 where the value comes from no file
 * @param column counted from 1
 */
record Located(Object value, int line, int column) {

    /** Locate a value that no file holds, such as a default: texts, numbers, booleans and lists of these. */
    static Located nowhere(Object value) {
        if (value instanceof List<?> list) {
            List<Located> elements = new ArrayList<>();
            for (Object element : list) {
                elements.add(nowhere(element));
            }
            return new Located(List.copyOf(elements), 0, 0);
        }
        return new Located(value, 0, 0);
    }

    /** Name the kind of the value as a TOML user would. */
    String kind() {
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Long) {
            return "an integer";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof Double) {
            return "a float";
        }
        if (value instanceof List) {
            return "an array";
        }
        return value instanceof Map ? "a table" : "a date or time";
    }
}
