package dev.retort.dialect.h2;

/**
 * SQL as H2's catalog holds it, made readable: H2 writes names and texts beyond ASCII as {@code U&"\+01f389"}
 * (https://h2database.com/html/grammar.html#quoted_name).
 */
final class UnicodeText {

    private final String sql;
    private final StringBuilder readable = new StringBuilder();
    private int position;

    private UnicodeText(String sql) {
        this.sql = sql;
    }

    /** Write every escaped name and text as itself. */
    static String readable(String sql) {
        return sql.contains("U&") ? new UnicodeText(sql).read() : sql;
    }

    private String read() {
        while (position < sql.length()) {
            char character = sql.charAt(position);
            if (sql.startsWith("U&\"", position) || sql.startsWith("U&'", position)) {
                position += 2;
                quoted(true);
            } else if (character == '"' || character == '\'') {
                quoted(false);
            } else {
                readable.append(character);
                position++;
            }
        }
        return readable.toString();
    }

    /** A doubled quote looks like an end and a new beginning, which comes to the same only without escapes. */
    private void quoted(boolean escaped) {
        char quote = sql.charAt(position);
        readable.append(quote);
        position++;
        while (position < sql.length()) {
            char character = sql.charAt(position);
            if (escaped && character == '\\') {
                escape();
            } else if (character == quote && sql.startsWith("" + quote + quote, position)) {
                readable.append(quote).append(quote);
                position += 2;
            } else {
                readable.append(character);
                position++;
                if (character == quote) {
                    return;
                }
            }
        }
    }

    private void escape() {
        if (sql.startsWith("\\\\", position)) {
            readable.append('\\');
            position += 2;
            return;
        }
        boolean lengthy = sql.startsWith("\\+", position);
        int start = position + (lengthy ? 2 : 1);
        int end = Math.min(sql.length(), start + (lengthy ? 6 : 4));
        readable.appendCodePoint(Integer.parseInt(sql.substring(start, end), 16));
        position = end;
    }
}
