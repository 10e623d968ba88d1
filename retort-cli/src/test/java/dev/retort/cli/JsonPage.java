package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/json.md promises, so that documents can be compared with it. */
final class JsonPage {

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\|.*");

    private final Map<String, Map<String, String>> commands = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    private final Set<String> compared = new TreeSet<>();

    static JsonPage read() {
        try {
            return new JsonPage(Files.readAllLines(Path.of("../docs/json.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonPage(List<String> lines) {
        Map<String, Map<String, String>> part = Map.of();
        Map<String, String> members = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                part = line.equals("## Commands") ? commands : line.equals("## Objects") ? objects : Map.of();
                members = new LinkedHashMap<>();
            } else if (line.startsWith("### ")) {
                members = new LinkedHashMap<>();
                part.put(line.substring(4), members);
            } else if (row.matches()) {
                members.put(row.group(1), row.group(2).strip());
            }
        }
    }

    /** List what is described, commands first. */
    Set<String> described() {
        Set<String> all = new TreeSet<>(commands.keySet());
        objects.keySet().forEach(name -> all.add("*" + name));
        return all;
    }

    /** List what was compared with a document. */
    Set<String> compared() {
        return compared;
    }

    /** Compare what a command printed. */
    void compareCommand(String command, Map<String, Object> document) {
        compared.add(command);
        compare(command, members(commands, command), document);
    }

    /** Compare an object. */
    void compareObject(String name, Object value) {
        compared.add("*" + name);
        assertThat(value).as(name).isInstanceOf(Map.class);
        compare("*" + name, members(objects, name), (Map<?, ?>) value);
    }

    private static Map<String, String> members(Map<String, Map<String, String>> part, String name) {
        return Objects.requireNonNull(part.get(name), () -> "docs/json.md does not describe '" + name + "'");
    }

    private void compare(String where, Map<String, String> members, Map<?, ?> document) {
        assertThat(document.keySet()).as(where).isEqualTo(members.keySet());
        members.forEach((name, type) -> value(where + "." + name, type, Objects.requireNonNull(document.get(name))));
    }

    private void value(String where, String type, Object value) {
        if (type.endsWith(" or null") && value.equals("null")) {
            return;
        }
        switch (type.replace(" or null", "")) {
            case "text" ->
                assertThat(value).as(where).isInstanceOf(String.class).isNotEqualTo("null");
            case "number" -> assertThat(value).as(where).isInstanceOf(Double.class);
            case "flag" -> assertThat(value).as(where).isInstanceOf(Boolean.class);
            case "texts" -> {
                assertThat(value).as(where).isInstanceOf(List.class);
                ((List<?>) value).forEach(each -> value(where, "text", Objects.requireNonNull(each)));
            }
            default -> {
                assertThat(type).as(where).matches("\\[\\w+]");
                assertThat(value).as(where).isInstanceOf(List.class);
                String name = type.substring(1, type.length() - 1);
                ((List<?>) value).forEach(each -> compareObject(name, Objects.requireNonNull(each)));
            }
        }
    }
}
