package dev.retort.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a type as it is written.
 *
 * @param words the type's words in lower case with one space between them, what follows the brackets included:
 *     {@code timestamp with time zone}
 * @param arguments what stands between the brackets: {@code [10, 2]}
 * @param dimensions how many times it is an array
 */
public record TypeText(String words, List<String> arguments, int dimensions) {

    private static final Pattern ARRAY =
            Pattern.compile("(.*?)(?:\\s*\\[\\s*\\d*\\s*]|\\s+array)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("([^()]+)\\(([^()]*)\\)([^()]*)");

    public TypeText {
        arguments = List.copyOf(arguments);
    }

    /** Take a type apart. */
    public static TypeText of(String text) {
        String rest = text.trim();
        int dimensions = 0;
        Matcher array = ARRAY.matcher(rest);
        while (array.matches()) {
            dimensions++;
            rest = array.group(1);
            array = ARRAY.matcher(rest);
        }
        Matcher parts = PARTS.matcher(rest);
        if (!parts.matches()) {
            return new TypeText(plain(rest), List.of(), dimensions);
        }
        return new TypeText(plain(parts.group(1) + " " + parts.group(3)), arguments(parts.group(2)), dimensions);
    }

    /** Give an argument as a number, or {@code null} if there is none or it is not one. */
    public @Nullable Integer number(int position) {
        return position < arguments.size() && arguments.get(position).matches("-?\\d{1,9}")
                ? (Integer) Integer.parseInt(arguments.get(position))
                : null;
    }

    private static List<String> arguments(String text) {
        var arguments = new ArrayList<String>();
        Arrays.stream(text.split(",", -1)).map(String::trim).forEach(arguments::add);
        return arguments;
    }

    private static String plain(String words) {
        return words.trim().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
