package dev.retort.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an enum type as they are written. */
final class EnumText {

    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*+)'");

    private EnumText() {}

    /** List the words of {@code enum ('a','b')}. */
    static List<String> values(String text) {
        var values = new ArrayList<String>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            values.add(literal.group(1).replace("''", "'"));
        }
        return values;
    }
}
