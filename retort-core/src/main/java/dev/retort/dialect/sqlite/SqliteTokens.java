package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into tokens as SQLite does, comments and white space left out (https://www.sqlite.org/lang.html). */
final class SqliteTokens {

    /** What a token is. */
    enum Kind {
        /** An identifier without quotes, or a keyword. */
        WORD,
        /** An identifier in double quotes, back ticks or square brackets. */
        QUOTED,
        /** A text between single quotes, or a blob. */
        STRING,
        NUMBER,
        SYMBOL
    }

    /**
     * One token.
     *
     * @param text as it is written
     * @param start where it begins
     * @param end just behind it
     */
    record Token(Kind kind, String text, int start, int end) {

        /** Tell whether this is the keyword or symbol {@code wanted}. */
        boolean is(String wanted) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(wanted);
        }

        /** Tell whether this can be a name. */
        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
        }

        /** Give the name without its quotes. */
        String name() {
            if (kind == Kind.WORD) {
                return text;
            }
            String inner = text.substring(1, text.length() - 1);
            char quote = text.charAt(0);
            return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private SqliteTokens(String sql) {
        this.sql = sql;
    }

    /** Cut {@code sql}; what is never closed ends with the text. */
    static List<Token> of(String sql) {
        var lexer = new SqliteTokens(sql);
        while (lexer.position < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char first = sql.charAt(position);
        if (Character.isWhitespace(first)) {
            position++;
        } else if (sql.startsWith("--", position)) {
            position = behind("\n", position);
        } else if (sql.startsWith("/*", position)) {
            position = behind("*/", position + 2);
        } else if (first == '\'') {
            add(Kind.STRING, endOfQuoted(position));
        } else if ((first == 'x' || first == 'X') && position + 1 < sql.length() && sql.charAt(position + 1) == '\'') {
            add(Kind.STRING, endOfQuoted(position + 1));
        } else if (first == '"' || first == '`') {
            add(Kind.QUOTED, endOfQuoted(position));
        } else if (first == '[') {
            add(Kind.QUOTED, behind("]", position));
        } else if (isDigit(first)
                || (first == '.' && position + 1 < sql.length() && isDigit(sql.charAt(position + 1)))) {
            add(Kind.NUMBER, endOfNumber());
        } else if (isNamePart(first)) {
            add(Kind.WORD, endOfWord());
        } else {
            add(Kind.SYMBOL, position + 1);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, sql.substring(position, end), position, end));
        position = end;
    }

    private int behind(String mark, int from) {
        int at = sql.indexOf(mark, from);
        return at < 0 ? sql.length() : at + mark.length();
    }

    private int endOfQuoted(int start) {
        char quote = sql.charAt(start);
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return at;
    }

    private int endOfNumber() {
        int at = position;
        while (at < sql.length()) {
            char character = sql.charAt(at);
            boolean sign = (character == '+' || character == '-')
                    && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E')
                    && !sql.startsWith("0x", position)
                    && !sql.startsWith("0X", position);
            if (!sign && character != '.' && !isNamePart(character)) {
                break;
            }
            at++;
        }
        return at;
    }

    private int endOfWord() {
        int at = position;
        while (at < sql.length() && isNamePart(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isNamePart(char character) {
        return isDigit(character)
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character == '$'
                || character >= 0x80;
    }
}
