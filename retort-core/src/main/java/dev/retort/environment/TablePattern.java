package dev.retort.environment;

import dev.retort.RetortException;
import dev.retort.schema.QualifiedName;

/**
 * A glob over table names: {@code *} stands for any characters, {@code ?} for one.
 *
 * <p>A pattern without a dot is about the table's name in any schema; one with a dot about {@code schema.table}.
 *
 * @param text the pattern, without regard to upper and lower case
 */
public record TablePattern(String text) {

    public TablePattern {
        if (text.isBlank()) {
            throw new RetortException("A table pattern is empty", "write a table's name or a glob such as 'audit_*'");
        }
    }

    /** Tell whether the pattern means {@code table}. */
    public boolean matches(QualifiedName table) {
        if (text.indexOf('.') < 0) {
            return matches(table.name());
        }
        return matches(table.toString());
    }

    private boolean matches(String name) {
        int at = 0;
        int star = -1;
        int retry = 0;
        int place = 0;
        while (place < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                retry = place;
            } else if (at < text.length() && same(text.charAt(at), name.charAt(place))) {
                at++;
                place++;
            } else if (star >= 0) {
                at = star + 1;
                place = ++retry;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    private static boolean same(char pattern, char character) {
        return pattern == '?' || Character.toLowerCase(pattern) == Character.toLowerCase(character);
    }
}
