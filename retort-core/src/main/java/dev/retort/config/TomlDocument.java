package dev.retort.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Turns the text of a TOML file into located values. */
final class TomlDocument {

    private TomlDocument() {}

    /** Parse {@code text}; what breaks TOML's own rules goes to {@code problems}, what could be read is returned. */
    static Map<String, Located> parse(String text, Problems problems) {
        Map<String, Located> plain = PlainToml.parse(text);
        return plain != null ? plain : parseFully(text, problems);
    }

    /** Do the same by the whole grammar. */
    static Map<String, Located> parseFully(String text, Problems problems) {
        TomlParseResult result = Toml.parse(text);
        for (TomlParseError error : result.errors()) {
            String message = String.valueOf(error.getMessage());
            problems.add(
                    error.position().line(),
                    error.position().column(),
                    message,
                    "correct this line; text stands in double quotes, lists in square brackets");
        }
        return table(result);
    }

    private static Map<String, Located> table(TomlTable table) {
        Map<String, Located> values = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            List<String> path = List.of(key);
            Object value = table.get(path);
            if (value != null) {
                values.put(key, located(value, table.inputPositionOf(path)));
            }
        }
        return values;
    }

    private static Located located(Object value, @Nullable TomlPosition position) {
        int line = position == null ? 0 : position.line();
        int column = position == null ? 0 : position.column();
        if (value instanceof TomlTable table) {
            return new Located(table(table), line, column);
        }
        if (value instanceof TomlArray array) {
            List<Located> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(located(array.get(i), array.inputPositionOf(i)));
            }
            return new Located(List.copyOf(elements), line, column);
        }
        return new Located(value, line, column);
    }
}
