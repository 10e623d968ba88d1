package dev.retort.hibernate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Table;

/** The rows that Hibernate puts into the tables of its generators; it keeps them as statements only. */
final class InitialRows {

    private static final Pattern INSERT =
            Pattern.compile("(?is)insert\\s+into\\s+\\S+\\s*(?:\\(([^)]*)\\))?\\s*values\\s*\\((.*)\\)\\s*");
    private static final Pattern VALUE = Pattern.compile("\\s*(?:'((?:[^']|'')*+)'|(-?\\d+))\\s*(?:,|$)");

    private final SqlStringGenerationContext context;
    private final Spelling spelling;
    private final Consumer<String> notes;

    InitialRows(SqlStringGenerationContext context, Spelling spelling, Consumer<String> notes) {
        this.context = context;
        this.spelling = spelling;
        this.notes = notes;
    }

    /** List the rows a table begins with. */
    List<Map<String, Object>> of(Table table) {
        var rows = new ArrayList<Map<String, Object>>();
        for (InitCommand command : table.getInitCommands(context)) {
            for (String statement : AcrossVersions.statements(command)) {
                Map<String, Object> row = row(statement, table);
                if (row.isEmpty()) {
                    notes.accept("left out what Hibernate would run after creating '%s': %s"
                            .formatted(table.getName(), statement));
                } else {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private Map<String, Object> row(String statement, Table table) {
        Matcher insert = INSERT.matcher(statement);
        if (!insert.matches()) {
            return Map.of();
        }
        List<String> columns = insert.group(1) == null
                ? table.getColumns().stream().map(spelling::of).toList()
                : List.of(insert.group(1).strip().split("\\s*,\\s*")).stream()
                        .map(spelling::ofText)
                        .toList();
        List<Object> values = values(insert.group(2));
        if (columns.size() != values.size()) {
            return Map.of();
        }
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        return row;
    }

    private static List<Object> values(String text) {
        var values = new ArrayList<Object>();
        Matcher value = VALUE.matcher(text);
        int end = 0;
        while (value.find() && value.start() == end && end < text.length()) {
            values.add(
                    value.group(1) == null
                            ? (Object) new BigDecimal(value.group(2)).longValueExact()
                            : value.group(1).replace("''", "'"));
            end = value.end();
        }
        return end == text.length() ? values : List.of();
    }
}
