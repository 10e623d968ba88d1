package dev.retort.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of variables in the place of <code>${NAME}</code> and <code>${NAME:-default}</code>. */
final class Interpolation {

    /** Apart, so that patterns are made only where a text holds a reference. */
    private static final class Syntax {

        static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}:]*?)(?::-([^}]*))?\\}|\\$\\{");
        static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    }

    private final Map<String, String> variables;
    private final String folder;
    private final Set<String> missing = new LinkedHashSet<>();

    /**
     * Interpolate from {@code variables}.
     *
     * @param folder what <code>${here}</code> stands for: the folder of the configuration file
     */
    Interpolation(Map<String, String> variables, String folder) {
        this.variables = variables;
        this.folder = folder;
    }

    /** List the variables that were asked for, are not set, and have no default. */
    Set<String> missing() {
        return missing;
    }

    /** Replace the references in every string of {@code value}; a missing variable stays as it is written. */
    Located in(Located value) throws BadValueException {
        if (value.value() instanceof String text) {
            return text.contains("${") ? new Located(in(text, value), value.line(), value.column()) : value;
        }
        if (value.value() instanceof List<?>) {
            List<Located> elements = new ArrayList<>();
            for (Located element : ValueKind.elements(value)) {
                elements.add(in(element));
            }
            return new Located(List.copyOf(elements), value.line(), value.column());
        }
        if (value.value() instanceof Map<?, ?> table) {
            Map<String, Located> replaced = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : table.entrySet()) {
                replaced.put((String) entry.getKey(), in((Located) entry.getValue()));
            }
            return new Located(replaced, value.line(), value.column());
        }
        return value;
    }

    private String in(String text, Located where) throws BadValueException {
        StringBuilder replaced = new StringBuilder();
        Matcher matcher = Syntax.REFERENCE.matcher(text);
        while (matcher.find()) {
            matcher.appendReplacement(replaced, "");
            if (matcher.group().equals("$${")) {
                replaced.append("${");
                continue;
            }
            String name = matcher.group(1);
            if (name == null || !Syntax.NAME.matcher(name).matches()) {
                throw new BadValueException(
                        "holds '${' that begins no ${VARIABLE} or ${VARIABLE:-default}; write '$${' for the two characters",
                        where);
            }
            replaced.append(
                    variable(name, Optional.ofNullable(matcher.group(2))).orElseGet(matcher::group));
        }
        return matcher.appendTail(replaced).toString();
    }

    /** As in a shell, an empty variable counts as missing where there is a default. */
    private Optional<String> variable(String name, Optional<String> otherwise) {
        String value = variables.get(name);
        if (value != null && (!value.isEmpty() || otherwise.isEmpty())) {
            return Optional.of(value);
        }
        if (otherwise.isPresent()) {
            return otherwise;
        }
        if (name.equals("here")) {
            return Optional.of(folder);
        }
        missing.add(name);
        return Optional.empty();
    }
}
