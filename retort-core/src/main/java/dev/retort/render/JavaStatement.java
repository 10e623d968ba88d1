package dev.retort.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of {@code op}, laid out as a person would.
 *
 * @param method what is called
 * @param lead arguments that stay on the first line
 * @param elements arguments that get a line each when one line is too short
 * @param isBroken whether each element has its own line in any case
 */
record JavaStatement(String method, List<String> lead, List<Expression> elements, boolean isBroken) {

    /** What is left of 120 columns inside a method of a class, or a lambda in it. */
    private static final int WIDTH = 108;

    private static final String CONTINUED = "        ";

    JavaStatement {
        lead = List.copyOf(lead);
        elements = List.copyOf(elements);
    }

    static JavaStatement of(String method, String... arguments) {
        return new JavaStatement(method, List.of(arguments), List.of(), false);
    }

    JavaStatement with(Expression... more) {
        return new JavaStatement(method, lead, List.of(more), isBroken);
    }

    List<String> lines() {
        String line = "op." + method + "("
                + Stream.concat(lead.stream(), elements.stream().map(Expression::text))
                        .collect(Collectors.joining(", "))
                + ");";
        if (elements.isEmpty() || (!isBroken && line.length() <= WIDTH)) {
            return List.of(line);
        }
        var lines = new ArrayList<String>();
        lines.add("op." + method + "(" + String.join(", ", lead) + (lead.isEmpty() ? "" : ","));
        for (int i = 0; i < elements.size(); i++) {
            add(lines, elements.get(i), i == elements.size() - 1 ? ");" : ",");
        }
        return lines;
    }

    private static void add(List<String> lines, Expression element, String end) {
        if (CONTINUED.length() + element.text().length() + end.length() <= WIDTH
                || element.calls().isEmpty()) {
            lines.add(CONTINUED + element.text() + end);
            return;
        }
        lines.add(CONTINUED + element.head());
        for (int i = 0; i < element.calls().size(); i++) {
            boolean isLast = i == element.calls().size() - 1;
            lines.add(CONTINUED + CONTINUED + element.calls().get(i) + (isLast ? end : ""));
        }
    }
}
