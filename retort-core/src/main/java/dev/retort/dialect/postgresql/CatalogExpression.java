package dev.retort.dialect.postgresql;

import java.util.regex.Pattern;

/** Brings expressions of the catalog into a form that the server would show again if it were given it. */
final class CatalogExpression {

    private static final String WORD = "'([^']*(?:''[^']*)*)'::character varying";
    private static final Pattern CAST_WORD = Pattern.compile("\\(" + WORD + "\\)::text");
    private static final Pattern CAST_ARRAY =
            Pattern.compile("\\((ARRAY\\[" + WORD + "(?:, " + WORD + ")*\\])\\)::text\\[\\]");
    private static final Pattern CAST_LITERAL =
            Pattern.compile("^('[^']*(?:''[^']*)*')::[a-z][a-z0-9_ ]*(?:\\([0-9,]+\\))?[a-z ]*(?:\\[\\])?$");
    private static final Pattern EACH_WORD = Pattern.compile(WORD);

    private CatalogExpression() {}

    /**
     * Take away the brackets that belong to an expression's place, and settle the casts of {@code IN}: {@code a IN ('x')}
     * on a {@code varchar} is shown as a cast of the whole array, and that, given back, as a cast of each word.
     */
    static String settled(String expression) {
        String words = CAST_WORD.matcher(expression).replaceAll("'$1'::text");
        String arrays = CAST_ARRAY
                .matcher(words)
                .replaceAll(array -> EACH_WORD
                        .matcher(array.group(1))
                        .replaceAll("'$1'::text")
                        .replace("\\", "\\\\")
                        .replace("$", "\\$"));
        return withoutBrackets(arrays);
    }

    /** Take the cast from a literal, so that a column of another type can have it; leave anything else as it is. */
    static String withoutCast(String expression) {
        return CAST_LITERAL.matcher(expression).replaceFirst("$1");
    }

    private static String withoutBrackets(String expression) {
        if (!expression.startsWith("(") || !expression.endsWith(")")) {
            return expression;
        }
        int depth = 0;
        char quote = 0;
        for (int at = 0; at < expression.length(); at++) {
            char character = expression.charAt(at);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == '(') {
                depth++;
            } else if (character == ')' && --depth == 0 && at < expression.length() - 1) {
                return expression;
            }
        }
        return withoutBrackets(expression.substring(1, expression.length() - 1));
    }
}
