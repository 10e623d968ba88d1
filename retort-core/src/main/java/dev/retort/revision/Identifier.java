package dev.retort.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a person wrote to name a revision, taken apart: {@code [BRANCH@][SYMBOL][+N|-N]}.
 *
 * @param text all of it, as written
 * @param branch what stands before the first {@code @}, or {@code null}
 * @param symbol {@code head}, {@code heads}, {@code base}, an id, the beginning of one, a label; empty in {@code +2}
 * @param steps how far to walk from there, or {@code null} for an absolute identifier
 */
record Identifier(
        String text,
        @Nullable String branch,
        String symbol,
        @Nullable Integer steps) {

    private static final Pattern RELATIVE = Pattern.compile("(.*?)([+-]\\d{1,9})", Pattern.DOTALL);

    /** Take {@code text} apart; names that {@code names} knows may hold {@code +} and {@code -} themselves. */
    static Identifier parse(String text, GraphIndex names) {
        int at = text.indexOf('@');
        String branch = at <= 0 ? null : text.substring(0, at);
        String rest = text.substring(at + 1);
        Matcher relative = RELATIVE.matcher(rest);
        if (names.byId(rest) != null || names.byLabel(rest) != null || !relative.matches()) {
            return new Identifier(text, branch, rest, null);
        }
        return new Identifier(text, branch, relative.group(1), Integer.valueOf(relative.group(2)));
    }

    /** Tell whether {@code text} ends in a number of steps, be there ever so many. */
    static boolean counts(String text) {
        int digits = text.length();
        while (digits > 0 && Character.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        return digits > 0 && digits < text.length() && "+-".indexOf(text.charAt(digits - 1)) >= 0;
    }

    /** Tell whether this is a walk from the rows of the database: {@code +2}, {@code label@-1}. */
    boolean fromRows() {
        return steps != null && symbol.isEmpty();
    }

    /** Write the absolute part, without the branch when that is not wanted. */
    String start(boolean withBranch) {
        return withBranch && branch != null ? branch + "@" + symbol : symbol;
    }
}
