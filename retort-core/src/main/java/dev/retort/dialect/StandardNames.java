package dev.retort.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as nearly every database has them: a name of lower-case letters, digits and underscores that is no reserved word
 * stands without quotes, every other one is quoted.
 */
public class StandardNames implements Names {

    private static final Pattern REGULAR = Pattern.compile("[a-z_][a-z0-9_]*");

    private final Folding folding;
    private final char quote;
    private final Set<String> reservedWords;
    private final int maximumLength;
    private final boolean countsBytes;

    /**
     * Describe the names of one database.
     *
     * @param folding what becomes of a name without quotes
     * @param quote the character on both sides of a quoted name; inside it is doubled
     * @param reservedWords words that must be quoted to be a name, in lower case
     * @param maximumLength the longest name that is kept whole
     * @param countsBytes whether {@code maximumLength} counts bytes of UTF-8, not characters
     */
    public StandardNames(
            Folding folding, char quote, Set<String> reservedWords, int maximumLength, boolean countsBytes) {
        this.folding = folding;
        this.quote = quote;
        this.reservedWords = Set.copyOf(reservedWords);
        this.maximumLength = maximumLength;
        this.countsBytes = countsBytes;
    }

    @Override
    public String spell(String name) {
        return isRegular(name) && !reservedWords.contains(name) ? name : quoted(catalog(name));
    }

    @Override
    public String read(String catalogName) {
        String folded = catalogName.toLowerCase(Locale.ROOT);
        if (isRegular(folded) && folding.fold(folded).equals(catalogName)) {
            return folded;
        }
        return isRegular(catalogName) || isEnclosed(catalogName) ? enclosed(catalogName) : catalogName;
    }

    @Override
    public String catalog(String name) {
        if (isRegular(name)) {
            return folding.fold(name);
        }
        return isEnclosed(name) ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    @Override
    public String readUnquoted(String text) {
        return read(folding.fold(text));
    }

    @Override
    public String tableKey(String name) {
        return key(name);
    }

    @Override
    public String columnKey(String name) {
        return key(name);
    }

    @Override
    public int maximumLength() {
        return maximumLength;
    }

    @Override
    public boolean countsBytes() {
        return countsBytes;
    }

    /** Put a name, as the catalog holds it, between quotes. */
    protected String quoted(String catalogName) {
        String mark = String.valueOf(quote);
        return mark + catalogName.replace(mark, mark + mark) + mark;
    }

    private String key(String name) {
        String held = catalog(name);
        return folding == Folding.PRESERVE ? held.toLowerCase(Locale.ROOT) : held;
    }

    private static boolean isRegular(String name) {
        return REGULAR.matcher(name).matches();
    }

    private static boolean isEnclosed(String name) {
        return name.length() > 2
                && name.startsWith("\"")
                && name.endsWith("\"")
                && !name.substring(1, name.length() - 1).replace("\"\"", "").contains("\"");
    }

    private static String enclosed(String catalogName) {
        return '"' + catalogName.replace("\"", "\"\"") + '"';
    }
}
