package dev.retort.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.retort.RetortException;

/**
 * Fills the <code>${...}</code> placeholders of a revision template. A placeholder that has a line for itself takes as
 * many lines as its value, each indented as it is, and none where the value is empty.
 */
final class TextTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{([^}\\n]*)\\}");
    private static final Pattern ALONE = Pattern.compile("(\\s*(?:\\*\\s+)?)\\$\\{([^}]*)\\}\\s*");

    private final String text;
    private final String shown;

    /**
     * Use {@code text}.
     *
     * @param shown the file it was read from, for messages
     */
    TextTemplate(String text, String shown) {
        this.text = text;
        this.shown = shown;
    }

    /**
     * Fill in {@code values}.
     *
     * @throws RetortException if the template names anything else
     */
    String fill(Map<String, String> values) {
        ScriptProblems problems = new ScriptProblems();
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher alone = ALONE.matcher(line);
            if (alone.matches() && values.containsKey(alone.group(2))) {
                String value = values.getOrDefault(alone.group(2), "");
                String indentation = alone.group(1);
                lines(value)
                        .map(part -> part.isEmpty() ? "" : indentation + part)
                        .forEach(lines::add);
            } else {
                lines.add(filled(line, number, values, problems).stripTrailing());
            }
        }
        problems.throwIfAny("Cannot fill the template '%s'".formatted(shown));
        return withoutBlankEdges(lines);
    }

    /** Cut at line feeds alone: blanks and carriage returns at the end of a line may belong to a string of SQL. */
    private static Stream<String> lines(String value) {
        return value.isEmpty()
                ? Stream.empty()
                : Stream.of(value.replaceFirst("\n$", "").split("\n", -1));
    }

    private String filled(String line, int number, Map<String, String> values, ScriptProblems problems) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(line);
        while (matcher.find()) {
            matcher.appendReplacement(filled, "");
            String name = matcher.group(1);
            if (name == null) {
                filled.append("${");
            } else if (values.containsKey(name)) {
                filled.append(
                        String.join(" ", values.getOrDefault(name, "").lines().toList()));
            } else {
                problems.add(
                        shown + ":" + number,
                        "'${%s}' is not a placeholder".formatted(name),
                        "the placeholders are %s; write '$${' for the characters themselves"
                                .formatted(String.join(
                                        ", ", values.keySet().stream().sorted().toList())));
            }
        }
        return matcher.appendTail(filled).toString();
    }

    private static String withoutBlankEdges(List<String> lines) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isEmpty()) {
            first++;
        }
        return String.join("\n", lines.subList(first, lines.size())).stripTrailing() + "\n";
    }
}
