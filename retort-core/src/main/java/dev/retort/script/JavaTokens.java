package dev.retort.script;

/**
 * Reads Java source text token by token, as far as headers need it: comments, strings, text blocks and characters are
 * recognised, so that nothing inside them is taken for code.
 */
final class JavaTokens {

    /** What a token is. */
    enum Kind {
        IDENTIFIER,
        STRING,
        CHARACTER,
        NUMBER,
        SYMBOL,
        END
    }

    /**
     * One token.
     *
     * @param text the identifier, the value of the string, or the symbol
     */
    record Token(Kind kind, String text, int line) {

        boolean is(String symbolOrWord) {
            return (kind == Kind.SYMBOL || kind == Kind.IDENTIFIER) && text.equals(symbolOrWord);
        }
    }

    private final String source;
    private int position;
    private int line = 1;
    private int start;
    private int end;
    private String javadoc = "";
    private int javadocStart;

    JavaTokens(String source) {
        this.source = withoutUnicodeEscapes(source);
    }

    /** Give the text of the last {@code /** ... *}{@code /} passed, and forget it. */
    String takeJavadoc() {
        String taken = javadoc;
        javadoc = "";
        return taken;
    }

    /** Say whether {@code word} occurs in what was not read yet. */
    boolean isAhead(String word) {
        return source.indexOf(word, position) >= 0;
    }

    Token next() throws HeaderProblemException {
        skipBlanksAndComments();
        start = position;
        Token token = read();
        end = position;
        return token;
    }

    /** Give where the last token begins, in the text without Unicode escapes. */
    int start() {
        return start;
    }

    /** Give where the last token ends. */
    int end() {
        return end;
    }

    /** Give where the text begins that {@link #takeJavadoc} gives. */
    int javadocStart() {
        return javadocStart;
    }

    private Token read() throws HeaderProblemException {
        if (position >= source.length()) {
            return new Token(Kind.END, "", line);
        }
        char c = source.charAt(position);
        if (Character.isJavaIdentifierStart(source.codePointAt(position))) {
            return word(Kind.IDENTIFIER);
        }
        if (c >= '0' && c <= '9') {
            return word(Kind.NUMBER);
        }
        if (c == '"') {
            return source.startsWith("\"\"\"", position) ? textBlock() : quoted(Kind.STRING, '"');
        }
        if (c == '\'') {
            return quoted(Kind.CHARACTER, '\'');
        }
        position++;
        return new Token(Kind.SYMBOL, String.valueOf(c), line);
    }

    private Token word(Kind kind) {
        int start = position;
        while (position < source.length() && Character.isJavaIdentifierPart(source.codePointAt(position))) {
            position += Character.charCount(source.codePointAt(position));
        }
        return new Token(kind, source.substring(start, position), line);
    }

    private Token quoted(Kind kind, char quote) throws HeaderProblemException {
        int start = ++position;
        while (position < source.length() && source.charAt(position) != quote) {
            if (source.charAt(position) == '\n') {
                throw unclosed(line);
            }
            position += source.charAt(position) == '\\' ? 2 : 1;
        }
        if (position >= source.length()) {
            throw unclosed(line);
        }
        return new Token(kind, value(source.substring(start, position++), line), line);
    }

    private Token textBlock() throws HeaderProblemException {
        int first = line;
        int start = position + 3;
        position = start;
        while (!source.startsWith("\"\"\"", position)) {
            if (position >= source.length()) {
                throw unclosed(first);
            }
            if (source.charAt(position) == '\\') {
                position++;
            }
            if (position < source.length() && source.charAt(position) == '\n') {
                line++;
            }
            position++;
        }
        int lineEnd = source.indexOf('\n', start);
        String body = lineEnd >= 0 && lineEnd < position ? source.substring(lineEnd + 1, position) : "";
        position += 3;
        return new Token(Kind.STRING, value(body.stripIndent(), first), first);
    }

    private static String value(String literal, int line) throws HeaderProblemException {
        try {
            return literal.translateEscapes();
        } catch (IllegalArgumentException e) {
            throw new HeaderProblemException(
                    line, "a string holds an escape sequence that Java does not know", "correct the backslash");
        }
    }

    private static HeaderProblemException unclosed(int line) {
        return new HeaderProblemException(line, "a string or character is not closed", "add the closing quote");
    }

    private void skipBlanksAndComments() throws HeaderProblemException {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c == '\n') {
                line++;
                position++;
            } else if (c <= ' ' || c == '\uFEFF') {
                position++;
            } else if (source.startsWith("//", position)) {
                int end = source.indexOf('\n', position);
                position = end < 0 ? source.length() : end;
            } else if (source.startsWith("/*", position)) {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() throws HeaderProblemException {
        int end = source.indexOf("*/", position + 2);
        if (end < 0) {
            throw new HeaderProblemException(line, "a comment is not closed", "add '*/'");
        }
        if (source.charAt(position + 2) == '*' && end > position + 2) {
            javadocStart = position + 3;
            javadoc = source.substring(javadocStart, end);
        }
        for (int i = position; i < end; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        position = end + 2;
    }

    /** Java replaces Unicode escapes before anything else, so a quote or a line end may be written as one. */
    private static String withoutUnicodeEscapes(String source) {
        if (!source.contains("\\u")) {
            return source;
        }
        StringBuilder plain = new StringBuilder(source.length());
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            int digits = c == '\\' ? digitsOfEscape(source, i) : -1;
            if (digits > 0) {
                plain.append((char) Integer.parseInt(source.substring(digits, digits + 4), 16));
                i = digits + 4;
            } else if (c == '\\' && i + 1 < source.length()) {
                plain.append(c).append(source.charAt(i + 1));
                i += 2;
            } else {
                plain.append(c);
                i++;
            }
        }
        return plain.toString();
    }

    /** Find the position in {@code source} of what stands at {@code plain} once its Unicode escapes are replaced. */
    static int original(String source, int plain) {
        if (!source.contains("\\u")) {
            return plain;
        }
        int at = 0;
        for (int i = 0; i < source.length() && at < plain; ) {
            char c = source.charAt(i);
            int digits = c == '\\' ? digitsOfEscape(source, i) : -1;
            boolean pair = digits < 0 && c == '\\' && i + 1 < source.length();
            i = digits > 0 ? digits + 4 : i + (pair ? 2 : 1);
            at += pair ? 2 : 1;
            if (at >= plain) {
                return i - (at - plain);
            }
        }
        return at >= plain ? 0 : source.length();
    }

    private static int digitsOfEscape(String source, int backslash) {
        int i = backslash + 1;
        while (i < source.length() && source.charAt(i) == 'u') {
            i++;
        }
        boolean escape = i > backslash + 1
                && i + 4 <= source.length()
                && source.substring(i, i + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return escape ? i : -1;
    }
}
