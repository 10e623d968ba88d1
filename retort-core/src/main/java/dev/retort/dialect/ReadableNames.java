package dev.retort.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Makes up names of indexes and constraints that a person can read and that come out the same each time. */
public final class ReadableNames {

    private ReadableNames() {}

    /**
     * Make up a name such as {@code ix_account_email}; what the database would cut off becomes a hash.
     *
     * @param names what the database keeps of a name
     * @param kind what the name begins with: {@code ix}
     * @param table the table it is about
     * @param words columns or expressions, as they are
     */
    public static String of(Names names, String kind, String table, List<String> words) {
        String plain = String.join("_", words).replaceAll("[^\\p{L}\\p{N}_]+", "_");
        String name = (kind + "_" + table + "_" + plain).replaceAll("_+", "_").replaceAll("_$", "");
        if (length(name, names) <= names.maximumLength()) {
            return name;
        }
        String sum = String.format(Locale.ROOT, "_%08x", name.hashCode());
        int end = Math.min(name.length(), names.maximumLength() - sum.length());
        while (length(name.substring(0, end), names) > names.maximumLength() - sum.length()
                || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + sum;
    }

    private static int length(String name, Names names) {
        return names.countsBytes() ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
    }
}
