package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a person wrote as {@code columnDefinition}, or Hibernate as a type, cut into its clauses.
 *
 * @param type the type alone
 * @param defaultSql the default, or {@code null}
 * @param nullable what it says of {@code NULL}, or {@code null} for nothing
 * @param unique whether it asks for distinct values
 * @param check the condition, or {@code null}
 * @param collation the collation, or {@code null}
 * @param generated the expression it is computed from, or {@code null}
 * @param stored whether what is computed is kept
 * @param identity whether the database numbers the rows
 * @param comment the comment, or {@code null}
 */
record ColumnDefinition(
        String type,
        @Nullable String defaultSql,
        @Nullable Boolean nullable,
        boolean unique,
        @Nullable String check,
        @Nullable String collation,
        @Nullable String generated,
        boolean stored,
        boolean identity,
        @Nullable String comment) {

    private static final List<String> CLAUSES = List.of(
            "DEFAULT",
            "NOT",
            "NULL",
            "UNIQUE",
            "PRIMARY",
            "CHECK",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS",
            "COMMENT",
            "CONSTRAINT",
            "AUTO_INCREMENT",
            "AUTOINCREMENT",
            "IDENTITY");

    /** Cut a text at the words that begin a clause, outside quotes and brackets. */
    static ColumnDefinition split(String text) {
        var clauses = new ArrayList<List<String>>();
        clauses.add(new ArrayList<>());
        for (String word : words(unquoted(text.strip()))) {
            List<String> current = clauses.get(clauses.size() - 1);
            if (CLAUSES.contains(word.toUpperCase(Locale.ROOT)) && !belongsTo(current, word)) {
                clauses.add(new ArrayList<>());
            }
            clauses.get(clauses.size() - 1).add(word);
        }
        return of(clauses);
    }

    /** {@code NOT NULL}, {@code BY DEFAULT AS IDENTITY} and {@code DEFAULT NULL} are one clause each. */
    private static boolean belongsTo(List<String> clause, String word) {
        if (clause.isEmpty()) {
            return true;
        }
        String first = clause.get(0).toUpperCase(Locale.ROOT);
        String last = clause.get(clause.size() - 1).toUpperCase(Locale.ROOT);
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "NULL" -> last.equals("NOT") || last.equals("DEFAULT") || last.equals("SET");
            case "DEFAULT" -> last.equals("BY") || last.equals("SET");
            case "AS", "IDENTITY" -> first.equals("GENERATED");
            default -> last.equals("CONSTRAINT");
        };
    }

    private static ColumnDefinition of(List<List<String>> clauses) {
        String type = String.join(" ", clauses.get(0));
        @Nullable String defaultSql = null;
        @Nullable Boolean nullable = null;
        boolean unique = false;
        @Nullable String check = null;
        @Nullable String collation = null;
        @Nullable String generated = null;
        boolean stored = false;
        boolean identity = false;
        @Nullable String comment = null;
        for (List<String> clause : clauses.subList(1, clauses.size())) {
            String rest = String.join(" ", clause.subList(1, clause.size()));
            switch (clause.get(0).toUpperCase(Locale.ROOT)) {
                case "DEFAULT" -> defaultSql = rest;
                case "NOT" -> nullable = false;
                case "NULL" -> nullable = true;
                case "UNIQUE" -> unique = true;
                case "CHECK" -> check = inner(rest);
                case "COLLATE" -> collation = unquoted(rest);
                case "COMMENT" -> comment = unquoted(rest);
                case "AUTO_INCREMENT", "AUTOINCREMENT", "IDENTITY" -> identity = true;
                case "GENERATED", "AS" -> {
                    identity |= rest.toUpperCase(Locale.ROOT).contains("AS IDENTITY");
                    generated = identity ? null : expression(clause);
                    stored = !clause.get(clause.size() - 1).equalsIgnoreCase("VIRTUAL");
                }
                default -> {
                    // keys and references of a column definition are Hibernate's to know, not ours
                }
            }
        }
        return new ColumnDefinition(
                type, defaultSql, nullable, unique, check, collation, generated, stored, identity, comment);
    }

    private static @Nullable String expression(List<String> clause) {
        return clause.stream()
                .filter(word -> word.startsWith("("))
                .findFirst()
                .map(ColumnDefinition::inner)
                .orElse(null);
    }

    private static String inner(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        return open == 0 && close > open ? text.substring(1, close).strip() : text;
    }

    /** Hibernate quotes even whole definitions where all identifiers are to be quoted. */
    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && "\"`'".indexOf(text.charAt(0)) >= 0
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** Words between spaces; what is quoted or in brackets is never cut, and brackets after a space begin a word. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (Character.isWhitespace(c) && depth == 0) {
                add(words, word);
                continue;
            }
            word.append(c);
        }
        add(words, word);
        return words;
    }

    private static void add(List<String> words, StringBuilder word) {
        String text = word.toString();
        int open = text.indexOf('(');
        if (open > 0 && text.substring(0, open).equalsIgnoreCase("CHECK")) {
            words.add(text.substring(0, open));
            words.add(text.substring(open));
        } else if (!text.isEmpty()) {
            words.add(text);
        }
        word.setLength(0);
    }
}
