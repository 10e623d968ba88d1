package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.retort.dialect.sqlite.SqliteTokens.Kind;
import dev.retort.dialect.sqlite.SqliteTokens.Token;

/** Looks into expressions, which SQLite keeps as they were written. */
final class Expressions {

    private static final Set<String> CONSTANT_WORDS = Set.of("null", "true", "false");
    private static final Set<String> CLOCK_WORDS = Set.of("current_time", "current_date", "current_timestamp");

    private Expressions() {}

    /** Cut an expression into parts that are equal for two expressions which differ only in case, quotes or outer brackets. */
    static List<String> plain(String expression) {
        List<Token> tokens = SqliteTokens.of(expression);
        while (isBracketed(tokens)) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        var parts = new ArrayList<String>();
        for (Token token : tokens) {
            boolean name = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED;
            parts.add(name ? token.name().toLowerCase(Locale.ROOT) : token.text());
        }
        return parts;
    }

    /** Take brackets away that stand around the whole of {@code expression}. */
    static String unbracketed(String expression) {
        String inner = expression.strip();
        while (isBracketed(SqliteTokens.of(inner))) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    private static boolean isBracketed(List<Token> tokens) {
        if (tokens.size() < 3
                || !tokens.get(0).is("(")
                || !tokens.get(tokens.size() - 1).is(")")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    /** Tell whether an expression mentions a column. */
    static boolean mentions(String expression, String column) {
        return SqliteTokens.of(expression).stream()
                .anyMatch(token -> (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED)
                        && token.name().equalsIgnoreCase(column));
    }

    /** Tell whether a default is a constant, so that {@code ADD COLUMN} takes it. */
    static boolean isConstant(String expression) {
        List<Token> tokens = unsigned(SqliteTokens.of(expression));
        return tokens.size() == 1
                && (tokens.get(0).kind() == Kind.NUMBER
                        || tokens.get(0).kind() == Kind.STRING
                        || CONSTANT_WORDS.contains(tokens.get(0).text().toLowerCase(Locale.ROOT)));
    }

    /** Spell what follows {@code DEFAULT}: a constant or clock as it is, anything else in brackets. */
    static String spellDefault(String expression) {
        boolean clock = CLOCK_WORDS.contains(expression.strip().toLowerCase(Locale.ROOT));
        return clock || isConstant(expression) ? expression : "(" + unbracketed(expression) + ")";
    }

    private static List<Token> unsigned(List<Token> tokens) {
        boolean signed =
                tokens.size() == 2 && (tokens.get(0).is("-") || tokens.get(0).is("+"));
        return signed && tokens.get(1).kind() == Kind.NUMBER ? tokens.subList(1, 2) : tokens;
    }
}
