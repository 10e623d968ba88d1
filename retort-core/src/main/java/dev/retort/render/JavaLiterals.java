package dev.retort.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Spells text and other plain values as Java does. */
final class JavaLiterals {

    /** What a class file holds of one constant, with room to spare, as a character may take three bytes there. */
    private static final int LONGEST_CONSTANT = 60_000;

    private static final int PIECE = 20_000;

    /** It holds emoji together. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private JavaLiterals() {}

    /** Spell text as a string. */
    static String string(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_CONSTANT) {
            return "String.join(\"\", " + pieces(text) + ")";
        }
        return quote(text);
    }

    /** Spell a whole number where a long is asked for. */
    static String whole(long number) {
        return (int) number == number ? Long.toString(number) : number + "L";
    }

    /** Spell several strings as arguments. */
    static String strings(List<String> texts) {
        return texts.stream().map(JavaLiterals::string).collect(Collectors.joining(", "));
    }

    private static String pieces(String text) {
        var pieces = new ArrayList<String>();
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + PIECE);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(quote(text.substring(start, end)));
            start = end;
        }
        return String.join(", ", pieces);
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (isVisible(character)) {
                    quoted.appendCodePoint(character);
                } else if (character < ' ') {
                    quoted.append("\\%03o".formatted(character));
                } else {
                    for (char unit : Character.toChars(character)) {
                        quoted.append("\\u%04x".formatted((int) unit));
                    }
                }
            }
        }
    }

    /** Text that a reader cannot see, or that turns what he sees around, is written by its number. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
