package dev.retort.runtime;

/** Tells without a lexer that everything in a piece of SQL which must be closed is closed, where that is easy to see. */
final class Glance {

    private Glance() {}

    /**
     * Tell whether strings, quoted names, comments and bodies surely end. That is so by the rules of every product where
     * there are quotes of one kind only, as many as make pairs, and nothing that could hide one.
     *
     * @return {@code false} where it has to be read closely
     */
    static boolean showsAllClosed(String sql) {
        int single = 0;
        int twofold = 0;
        boolean comments = false;
        for (int at = 0; at < sql.length(); at++) {
            char next = sql.charAt(at);
            if (next == '\'') {
                single++;
            } else if (next == '"') {
                twofold++;
            } else if (next == '#' || (next == '-' && sql.startsWith("--", at))) {
                comments = true;
            } else if (mayHide(sql, at, next)) {
                return false;
            }
        }
        boolean pairs = (single == 0 || twofold == 0) && (single + twofold) % 2 == 0;
        return single + twofold == 0 || (pairs && !comments);
    }

    private static boolean mayHide(String sql, int at, char next) {
        return switch (next) {
            case '`', '$', '[', '\\' -> true;
            case '/' -> sql.startsWith("/*", at);
            case 'b', 'B' -> sql.regionMatches(true, at, "BEGIN", 0, 5);
            default -> false;
        };
    }
}
