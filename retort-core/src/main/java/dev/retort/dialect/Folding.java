package dev.retort.dialect;

import java.util.Locale;

/** What a database makes of a name that stands without quotes. */
public enum Folding {
    /** Lower case, of ASCII letters only, as PostgreSQL does. */
    LOWER,
    /** Upper case, as the SQL standard asks. */
    UPPER,
    /** As it is written; names that differ only in case are the same. */
    PRESERVE;

    /** Fold a name that stands without quotes. */
    String fold(String text) {
        return switch (this) {
            case LOWER -> lowerAscii(text);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case PRESERVE -> text;
        };
    }

    private static String lowerAscii(String text) {
        return text.codePoints()
                .map(character -> character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
