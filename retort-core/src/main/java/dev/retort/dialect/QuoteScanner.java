package dev.retort.dialect;

import java.util.Set;

/** Finds where strings and quoted names end. */
final class QuoteScanner {

    private final String text;
    private final Set<ScriptTrait> traits;

    QuoteScanner(String text, Set<ScriptTrait> traits) {
        this.text = text;
        this.traits = traits;
    }

    /** Tell whether a string or quoted name begins here. */
    boolean isQuote(int position) {
        return switch (text.charAt(position)) {
            case '\'', '"' -> true;
            case '`' -> traits.contains(ScriptTrait.BACKTICK_NAMES);
            case '[' -> traits.contains(ScriptTrait.BRACKET_NAMES);
            case '$' -> traits.contains(ScriptTrait.DOLLAR_QUOTES) && dollarTagEnd(position) > 0;
            default -> false;
        };
    }

    /** Give the place behind the quote that begins here, or -1 if it is never closed. */
    int end(int position) {
        return switch (text.charAt(position)) {
            case '$' -> behind(opening(position), position + opening(position).length());
            case '[' -> doubled(']', position + 1);
            case '`' -> doubled('`', position + 1);
            default ->
                traits.contains(ScriptTrait.BACKSLASH_ESCAPES)
                        ? escaped(text.charAt(position), position + 1)
                        : doubled(text.charAt(position), position + 1);
        };
    }

    /** Give what opens the quote that begins here. */
    String opening(int position) {
        return text.substring(position, text.charAt(position) == '$' ? dollarTagEnd(position) : position + 1);
    }

    /** Give what closes the quote that begins here. */
    String closing(int position) {
        return text.charAt(position) == '[' ? "]" : opening(position);
    }

    /** Tell whether the word from {@code start} to {@code end} belongs to the string behind it. */
    boolean isPrefix(int start, int end) {
        if (end >= text.length() || text.charAt(end) != '\'') {
            return false;
        }
        String word = text.substring(start, Math.min(end, start + 3));
        return (traits.contains(ScriptTrait.ESCAPE_STRINGS) && word.equalsIgnoreCase("e"))
                || (traits.contains(ScriptTrait.CHOSEN_QUOTES)
                        && (word.equalsIgnoreCase("q") || word.equalsIgnoreCase("nq"))
                        && end + 1 < text.length());
    }

    /** Give the place behind the string at {@code quote} whose prefix begins at {@code start}, or -1. */
    int endPrefixed(int start, int quote) {
        if (traits.contains(ScriptTrait.ESCAPE_STRINGS) && quote - start == 1) {
            return escaped('\'', quote + 1);
        }
        return behind(chosenClosing(text.charAt(quote + 1)) + "'", quote + 2);
    }

    private static char chosenClosing(char opening) {
        return switch (opening) {
            case '[' -> ']';
            case '{' -> '}';
            case '(' -> ')';
            case '<' -> '>';
            default -> opening;
        };
    }

    private int dollarTagEnd(int position) {
        int end = position + 1;
        while (end < text.length() && isTagPart(text.charAt(end), end == position + 1)) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '$' ? end + 1 : -1;
    }

    private static boolean isTagPart(char character, boolean first) {
        return character == '_' || (first ? Character.isLetter(character) : Character.isLetterOrDigit(character));
    }

    private int behind(String closing, int from) {
        int at = text.indexOf(closing, from);
        return at < 0 ? -1 : at + closing.length();
    }

    private int doubled(char closing, int from) {
        int at = text.indexOf(closing, from);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == closing) {
            at = text.indexOf(closing, at + 2);
        }
        return at + 1 == 0 ? -1 : at + 1;
    }

    private int escaped(char closing, int from) {
        int at = from;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\\') {
                at += 2;
            } else if (next != closing) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == closing) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return -1;
    }
}
