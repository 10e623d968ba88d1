package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

import dev.retort.RetortException;
import dev.retort.dialect.sqlite.SqliteTokens.Token;

/** Walks over the tokens of one statement. */
final class TokenReader {

    private static final Token END = new Token(SqliteTokens.Kind.SYMBOL, "", Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final String sql;
    private final List<Token> tokens;
    private int index;

    TokenReader(String sql) {
        this.sql = sql;
        this.tokens = SqliteTokens.of(sql);
    }

    /** Give the token that is {@code ahead} tokens ahead; behind the last one, an empty symbol. */
    Token peek(int ahead) {
        return index + ahead < tokens.size() ? tokens.get(index + ahead) : END;
    }

    /** Take the next token. */
    Token take() {
        Token token = peek(0);
        if (atEnd()) {
            throw unreadable("its end");
        }
        index++;
        return token;
    }

    /** Tell whether these words are next. */
    boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Take these words if they are next. */
    boolean accept(String... words) {
        if (!sees(words)) {
            return false;
        }
        index += words.length;
        return true;
    }

    /** Take this word, which must be next. */
    void expect(String word) {
        if (!accept(word)) {
            throw unreadable("'" + peek(0).text() + "', where '" + word + "' should stand");
        }
    }

    /** Take a name, which must be next. */
    String name() {
        if (!peek(0).isName()) {
            throw unreadable("'" + peek(0).text() + "', where a name should stand");
        }
        return take().name();
    }

    /** Tell whether all is read. */
    boolean atEnd() {
        return index >= tokens.size();
    }

    /** Give where the next token begins. */
    int start() {
        return atEnd() ? sql.length() : peek(0).start();
    }

    /** Give the text from {@code start} to the end of the last token taken. */
    String textFrom(int start) {
        return index == 0
                ? ""
                : sql.substring(start, Math.max(start, tokens.get(index - 1).end()));
    }

    /** Take what stands in brackets, which must be next, and give it without them. */
    String brackets() {
        expect("(");
        int start = start();
        int depth = 1;
        int end = start;
        while (depth > 0) {
            Token token = take();
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            }
            end = token.start();
        }
        return sql.substring(start, Math.max(start, end)).strip();
    }

    /** Take a bracketed list of names with what may follow each, and give the names. */
    List<String> names() {
        expect("(");
        var names = new ArrayList<String>();
        do {
            names.add(name());
            if (accept("COLLATE")) {
                take();
            }
            if (!accept("ASC")) {
                accept("DESC");
            }
            accept("AUTOINCREMENT");
        } while (accept(","));
        expect(")");
        return names;
    }

    /** Say that the statement cannot be understood. */
    RetortException unreadable(String where) {
        return new RetortException(
                "Cannot understand SQLite's own statement at %s: %s".formatted(where, sql),
                "report this statement as a bug of Retort");
    }
}
