package dev.retort.dialect.mariadb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Generated;

/** What {@code SHOW CREATE TABLE} tells of a table's columns and named checks; each stands on a line of its own. */
final class StoredTable {

    /** What is told of one column, as the information schema would tell it. */
    record StoredColumn(
            boolean nullable,
            @Nullable String defaultSql,
            @Nullable Generated generated,
            @Nullable String collation,
            Set<String> attributes) {}

    private static final Set<String> CLAUSES = Set.of(
            "CHARACTER",
            "COLLATE",
            "GENERATED",
            "INVISIBLE",
            "NOT",
            "NULL",
            "DEFAULT",
            "ON",
            "AUTO_INCREMENT",
            "COMMENT",
            "WITHOUT",
            "CHECK");

    private final List<StoredColumn> columns = new ArrayList<>();
    private final List<String> columnNames = new ArrayList<>();
    private final Map<String, String> checks = new HashMap<>();

    private StoredTable() {}

    /** Understand the server's answer. */
    static StoredTable of(String shown) {
        var table = new StoredTable();
        for (List<String> words : lines(shown)) {
            if (words.get(0).startsWith("`")) {
                table.columns.add(column(words));
                table.columnNames.add(unquoted(words.get(0)));
            } else if (words.size() > 3
                    && words.get(0).equals("CONSTRAINT")
                    && words.get(2).equals("CHECK")) {
                table.checks.put(unquoted(words.get(1)), inner(words.get(3)));
            }
        }
        return table;
    }

    @Nullable
    StoredColumn column(int position) {
        return position < columns.size() ? columns.get(position) : null;
    }

    /** Find a column by its name, whatever its case. */
    Optional<StoredColumn> column(String name) {
        int position = columnNames.indexOf(name.toLowerCase(Locale.ROOT));
        return position < 0 ? Optional.empty() : Optional.of(columns.get(position));
    }

    @Nullable
    String check(String name) {
        return checks.get(name);
    }

    private static StoredColumn column(List<String> words) {
        Map<String, String> clauses = clauses(words);
        String as = clauses.get("GENERATED");
        String expression = clauses.get("AS");
        String onUpdate = clauses.get("ON");
        String value = clauses.get("DEFAULT");
        String written = value == null || value.equals("NULL") ? null : value;
        if (onUpdate != null) {
            written = (value == null ? "NULL" : value) + " ON UPDATE " + onUpdate.replaceFirst("^UPDATE ", "");
        }
        return new StoredColumn(
                !clauses.containsKey("NOT"),
                written,
                as == null || expression == null ? null : new Generated(inner(expression), as.endsWith("STORED")),
                clauses.get("COLLATE"),
                attributes(clauses));
    }

    /** Words that a definition must repeat for the column to stay as it is. */
    private static Set<String> attributes(Map<String, String> clauses) {
        var attributes = new LinkedHashSet<String>();
        if (clauses.containsKey("INVISIBLE")) {
            attributes.add(ColumnAttributes.INVISIBLE);
        }
        if (clauses.containsKey("WITHOUT")) {
            attributes.add(ColumnAttributes.UNVERSIONED);
        }
        if (String.valueOf(clauses.get("TYPE")).contains("COMPRESSED")) {
            attributes.add(ColumnAttributes.COMPRESSED);
        }
        return attributes;
    }

    /** Sort the words behind name and type by the clause they belong to. */
    private static Map<String, String> clauses(List<String> words) {
        var clauses = new HashMap<String, String>();
        String clause = "TYPE";
        for (String word : words.subList(1, words.size())) {
            boolean isNullDefault = word.equals("NULL") && clause.equals("DEFAULT") && !clauses.containsKey("DEFAULT");
            if (CLAUSES.contains(word) && !isNullDefault) {
                clause = word;
                if (word.equals("NOT") || word.equals("INVISIBLE")) {
                    clauses.put(word, "");
                }
            } else if (clause.equals("GENERATED") && word.startsWith("(")) {
                clauses.put("AS", word);
            } else {
                clauses.merge(clause, word, (before, next) -> before + (next.startsWith("(") ? "" : " ") + next);
            }
        }
        return clauses;
    }

    private static String inner(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1);
    }

    private static String unquoted(String name) {
        return inner(name).replace("``", "`").toLowerCase(Locale.ROOT);
    }

    /** Cut what stands between the outer brackets at its commas, and each part into words, quotes and brackets. */
    private static List<List<String>> lines(String shown) {
        var lines = new ArrayList<List<String>>();
        var words = new ArrayList<String>();
        int at = shown.indexOf('(') + 1;
        while (at > 0 && at < shown.length() && shown.charAt(at) != ')') {
            char first = shown.charAt(at);
            int end = Character.isWhitespace(first) || first == ',' ? at + 1 : endOfWord(shown, at);
            if (first == ',') {
                lines.add(words);
                words = new ArrayList<>();
            } else if (!Character.isWhitespace(first)) {
                words.add(shown.substring(at, end));
            }
            at = end;
        }
        lines.add(words);
        lines.removeIf(List::isEmpty);
        return lines;
    }

    private static int endOfWord(String text, int from) {
        char first = text.charAt(from);
        if (first == '(') {
            return behindBracket(text, from);
        }
        int at = from;
        while (at < text.length() && " \n,()".indexOf(text.charAt(at)) < 0) {
            at = text.charAt(at) == '\'' || text.charAt(at) == '`' ? behindQuote(text, at) : at + 1;
        }
        return at;
    }

    private static int behindBracket(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\'' || next == '`') {
                at = behindQuote(text, at);
                continue;
            }
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            at++;
            if (depth == 0) {
                return at;
            }
        }
        return at;
    }

    private static int behindQuote(String text, int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\\' && quote == '\'') {
                at += 2;
            } else if (next != quote) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return at;
    }
}
