package dev.retort.dialect;

import java.util.Set;

/** Walks through a script word by word; comments and white space are passed over. */
final class ScriptScanner {

    /** What was found. */
    enum Kind {
        WORD,
        SYMBOL,
        QUOTED,
        TERMINATOR,
        /** What opens or closes a comment that is SQL. */
        EXECUTABLE,
        END
    }

    private static final String DEFAULT_TERMINATOR = ";";

    private final String text;
    private final Set<ScriptTrait> traits;
    private final QuoteScanner quotes;
    private String terminator = DEFAULT_TERMINATOR;
    private int position;
    private int line;
    private int start;
    private int startLine;
    private int executableSince;
    private Kind kind = Kind.END;

    ScriptScanner(String text, int firstLine, Set<ScriptTrait> traits) {
        this.text = text;
        this.traits = traits;
        this.quotes = new QuoteScanner(text, traits);
        this.line = firstLine;
        this.position = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** Go to the next word and tell its kind. */
    Kind advance() {
        skipBlanksAndComments();
        start = position;
        startLine = line;
        kind = scan();
        return kind;
    }

    Kind kind() {
        return kind;
    }

    /** Give the place where the word begins. */
    int start() {
        return start;
    }

    /** Give the place behind the word. */
    int end() {
        return position;
    }

    /** Give the line on which the word begins. */
    int startLine() {
        return startLine;
    }

    private boolean inExecutableComment() {
        return executableSince > 0;
    }

    /** Tell whether the word is this symbol. */
    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(start) == symbol;
    }

    /** Tell whether the word is this keyword, in whatever case. */
    boolean isWord(String keyword) {
        return kind == Kind.WORD
                && position - start == keyword.length()
                && text.regionMatches(true, start, keyword, 0, keyword.length());
    }

    /** Give the script between two places. */
    String text(int from, int to) {
        return text.substring(from, to);
    }

    /** Tell whether nothing but white space stands before the word on its line. */
    boolean beginsLine() {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) != '\n') {
            if (!isBlank(text.charAt(before))) {
                return false;
            }
            before--;
        }
        return true;
    }

    /** Give what follows the word on its line, without white space at both ends. */
    String restOfLine() {
        return text.substring(position, lineEnd()).strip();
    }

    /** Go to the end of the line. */
    void skipLine() {
        position = lineEnd();
    }

    /** Go to the end of the script. */
    void skipAll() {
        position = text.length();
    }

    /** End statements by something else from here on. */
    void terminateBy(String newTerminator) {
        terminator = newTerminator;
    }

    /** Tell whether statements end with a semicolon. */
    boolean hasDefaultTerminator() {
        return terminator.equals(DEFAULT_TERMINATOR);
    }

    private Kind scan() {
        if (position >= text.length()) {
            if (inExecutableComment()) {
                throw neverClosed("Comment", "/*!", executableSince, "close it with */");
            }
            return Kind.END;
        }
        if (!inExecutableComment() && text.startsWith(terminator, position)) {
            position += terminator.length();
            return Kind.TERMINATOR;
        }
        if (isWordStart(text.charAt(position))) {
            return scanWord();
        }
        if (inExecutableComment() ? text.startsWith("*/", position) : executableBody() > 0) {
            return scanExecutable();
        }
        return quotes.isQuote(position) ? scanQuoted() : scanSymbol();
    }

    private Kind scanQuoted() {
        int end = quotes.end(position);
        if (end < 0) {
            throw neverClosed(
                    "Quote", quotes.opening(position), startLine, "close it with " + quotes.closing(position));
        }
        moveTo(end);
        return Kind.QUOTED;
    }

    private Kind scanWord() {
        int end = position + 1;
        boolean cutsWords = !isWordStart(terminator.charAt(0));
        while (end < text.length()
                && isWordPart(text.charAt(end))
                && !(cutsWords && text.startsWith(terminator, end))) {
            end++;
        }
        if (quotes.isPrefix(position, end)) {
            position = end;
            return scanPrefixed();
        }
        position = end;
        return Kind.WORD;
    }

    private Kind scanPrefixed() {
        int end = quotes.endPrefixed(start, position);
        if (end < 0) {
            throw neverClosed("Quote", text.substring(start, position + 1), startLine, "close it with '");
        }
        moveTo(end);
        return Kind.QUOTED;
    }

    private Kind scanExecutable() {
        position = inExecutableComment() ? position + 2 : executableBody();
        executableSince = inExecutableComment() ? 0 : line;
        return Kind.EXECUTABLE;
    }

    private Kind scanSymbol() {
        position++;
        return Kind.SYMBOL;
    }

    private void skipBlanksAndComments() {
        while (position < text.length()) {
            char next = text.charAt(position);
            if (next == '\n') {
                line++;
                position++;
            } else if (isBlank(next)) {
                position++;
            } else if (!skipComment(next)) {
                return;
            }
        }
    }

    private boolean skipComment(char next) {
        if (!hasDefaultTerminator() && text.startsWith(terminator, position)) {
            return false;
        }
        if (beginsLineComment(next)) {
            skipLine();
            return true;
        }
        if (!text.startsWith("/*", position) || executableBody() > 0) {
            return false;
        }
        skipBlockComment();
        return true;
    }

    private boolean beginsLineComment(char next) {
        if (next == '-' && text.startsWith("--", position)) {
            return !traits.contains(ScriptTrait.SPACED_DASH_COMMENTS)
                    || position + 2 == text.length()
                    || text.charAt(position + 2) <= ' ';
        }
        return (next == '#' && traits.contains(ScriptTrait.HASH_COMMENTS))
                || (next == '/' && traits.contains(ScriptTrait.SLASH_COMMENTS) && text.startsWith("//", position));
    }

    /** Give the place behind the opening and version of an executable comment, or 0 if this is none. */
    private int executableBody() {
        if (!traits.contains(ScriptTrait.EXECUTABLE_COMMENTS)) {
            return 0;
        }
        int body = 0;
        if (text.startsWith("/*!", position)) {
            body = position + 3;
        } else if (text.startsWith("/*M!", position)) {
            body = position + 4;
        }
        while (body > 0 && body < text.length() && Character.isDigit(text.charAt(body))) {
            body++;
        }
        return body;
    }

    private void skipBlockComment() {
        int opened = line;
        int depth = 0;
        boolean nested = traits.contains(ScriptTrait.NESTED_COMMENTS);
        do {
            if (position >= text.length()) {
                throw neverClosed("Comment", "/*", opened, "close it with */");
            }
            char next = text.charAt(position);
            if (next == '/' && text.startsWith("/*", position) && (nested || depth == 0)) {
                depth++;
                position += 2;
            } else if (next == '*' && text.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else {
                line += next == '\n' ? 1 : 0;
                position++;
            }
        } while (depth > 0);
    }

    private void moveTo(int end) {
        while (position < end) {
            line += text.charAt(position) == '\n' ? 1 : 0;
            position++;
        }
    }

    private int lineEnd() {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    private static boolean isBlank(char character) {
        return character <= ' ' || character == '\u00A0' || Character.isWhitespace(character);
    }

    private static boolean isWordStart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || Character.isSurrogate(character);
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character) || character == '$';
    }

    static UnclosedTextException neverClosed(String what, String opening, int line, String hint) {
        return new UnclosedTextException(
                "%s '%s' that begins on line %d is never closed".formatted(what, opening, line), hint);
    }
}
