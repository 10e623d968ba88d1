package dev.retort.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the part of TOML that most settings files keep to: {@code key = value} with texts without escapes, whole numbers,
 * truth values and lists of texts on one line, comments, and tables {@code [env.NAME]}. Whatever else a file holds is left
 * to the full parser, which takes longer to load than most commands take to run.
 */
final class PlainToml {

    private static final String ENVIRONMENTS = "env";
    private static final String TABLE = "[env.";
    private static final int MOST_DIGITS = 9;

    private final String text;
    private final Map<String, Located> document = new LinkedHashMap<>();
    private final Map<String, Located> environments = new LinkedHashMap<>();
    private Map<String, Located> table = document;
    private int position;
    private int line = 1;
    private int lineStart;

    private PlainToml(String text) {
        this.text = text;
    }

    /** Read {@code text}; {@code null} if there is anything in it that is not plain, or wrong. */
    static @Nullable Map<String, Located> parse(String text) {
        return new PlainToml(text).document();
    }

    private @Nullable Map<String, Located> document() {
        while (position < text.length()) {
            lineStart = position;
            if (!line() || !isLineOver()) {
                return null;
            }
            position++;
            line++;
        }
        return document;
    }

    /** Read a line up to its comment; {@code false} if it is not plain. */
    private boolean line() {
        skipBlanks();
        char next = peek();
        return switch (next) {
            case '\n', '#' -> true;
            case '[' -> tableHeader();
            default -> keyAndValue();
        };
    }

    private boolean tableHeader() {
        int column = column();
        if (!text.startsWith(TABLE, position)) {
            return false;
        }
        position += TABLE.length();
        String name = bareKey();
        if (name.isEmpty() || !take(']')) {
            return false;
        }
        table = new LinkedHashMap<>();
        if (!document.containsKey(ENVIRONMENTS)) {
            document.put(ENVIRONMENTS, new Located(environments, line, column));
        }
        return environments.put(name, new Located(table, line, column)) == null;
    }

    private boolean keyAndValue() {
        int column = column();
        String key = bareKey();
        skipBlanks();
        if (key.isEmpty() || key.equals(ENVIRONMENTS) || !take('=')) {
            return false;
        }
        skipBlanks();
        Object value = value();
        return value != null && table.put(key, new Located(value, line, column)) == null;
    }

    private @Nullable Object value() {
        char next = peek();
        if (next == '"') {
            return quoted();
        }
        if (next == '[') {
            return list();
        }
        String word = bareKey();
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> number(word);
        };
    }

    private static @Nullable Long number(String word) {
        boolean plain =
                !word.isEmpty() && word.length() <= MOST_DIGITS && (word.length() == 1 || word.charAt(0) != '0');
        for (int i = 0; plain && i < word.length(); i++) {
            plain = word.charAt(i) >= '0' && word.charAt(i) <= '9';
        }
        return plain ? Long.valueOf(word) : null;
    }

    private @Nullable String quoted() {
        int start = ++position;
        while (peek() != '"') {
            if (!isPlain(peek()) || peek() == '\\') {
                return null;
            }
            position++;
        }
        String content = text.substring(start, position++);
        // Three quotes begin a text of several lines.
        return content.isEmpty() && peek() == '"' ? null : content;
    }

    private @Nullable List<Located> list() {
        List<Located> elements = new ArrayList<>();
        position++;
        skipBlanks();
        while (!take(']')) {
            int column = column();
            String element = peek() == '"' ? quoted() : null;
            if (element == null) {
                return null;
            }
            elements.add(new Located(element, line, column));
            skipBlanks();
            if (!take(',') && peek() != ']') {
                return null;
            }
            skipBlanks();
        }
        return List.copyOf(elements);
    }

    private String bareKey() {
        int start = position;
        while (isBare(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    private static boolean isBare(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-';
    }

    private boolean isLineOver() {
        skipBlanks();
        if (peek() == '#') {
            while (isPlain(peek())) {
                position++;
            }
        }
        return peek() == '\n';
    }

    private boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            position++;
        }
    }

    /** Give the character that comes next; the end of the text ends its last line. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : '\n';
    }

    private static boolean isPlain(char character) {
        return (character >= ' ' && character <= '~') || character == '\t';
    }

    private int column() {
        return position - lineStart + 1;
    }
}
