package dev.retort.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads what Alembic 1.19.2 found between pairs of schemas: {@code cases/autogenerate_facts.json}, which holds lists,
 * objects and strings and nothing else.
 */
final class AutogenerateCases {

    private final String text;
    private int position;

    /**
     * One recorded comparison.
     *
     * @param expected pairs of a kind of difference and the name of what differs
     */
    record Case(
            String id, String dialect, List<String> databaseDdl, List<String> modelDdl, List<List<String>> expected) {

        @Override
        public String toString() {
            return id;
        }
    }

    private AutogenerateCases(String text) {
        this.text = text;
    }

    static List<Case> of(String dialect) {
        try (var stream = AutogenerateCases.class.getResourceAsStream("/cases/autogenerate_facts.json")) {
            var json = new AutogenerateCases(
                    new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
            return list(json.value()).stream()
                    .map(AutogenerateCases::fact)
                    .filter(fact -> fact.dialect().equals(dialect))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case fact(Object value) {
        var fields = (Map<?, ?>) value;
        return new Case(
                String.valueOf(fields.get("id")),
                String.valueOf(fields.get("dialect")),
                strings(Objects.requireNonNull(fields.get("database_ddl"))),
                strings(Objects.requireNonNull(fields.get("model_ddl"))),
                list(Objects.requireNonNull(fields.get("expected"))).stream()
                        .map(AutogenerateCases::strings)
                        .toList());
    }

    private static List<String> strings(Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }

    private static List<Object> list(Object value) {
        return new ArrayList<>((List<?>) value);
    }

    private Object value() {
        return switch (next()) {
            case '[' -> array();
            case '{' -> object();
            case '"' -> string();
            default -> throw new IllegalStateException("unexpected text at " + position);
        };
    }

    private List<Object> array() {
        var values = new ArrayList<Object>();
        position++;
        while (next() != ']') {
            values.add(value());
            if (next() == ',') {
                position++;
            }
        }
        position++;
        return values;
    }

    private Map<String, Object> object() {
        var values = new LinkedHashMap<String, Object>();
        position++;
        while (next() != '}') {
            String key = (String) value();
            next();
            position++;
            values.put(key, value());
            if (next() == ',') {
                position++;
            }
        }
        position++;
        return values;
    }

    private String string() {
        var string = new StringBuilder();
        for (position++; text.charAt(position) != '"'; position++) {
            string.append(text.charAt(position) == '\\' ? escaped() : text.charAt(position));
        }
        position++;
        return string.toString();
    }

    private char escaped() {
        char escaped = text.charAt(++position);
        if (escaped == 'u') {
            position += 4;
            return (char) Integer.parseInt(text.substring(position - 3, position + 1), 16);
        }
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> escaped;
        };
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return text.charAt(position);
    }
}
