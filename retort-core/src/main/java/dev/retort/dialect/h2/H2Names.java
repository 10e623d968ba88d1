package dev.retort.dialect.h2;

import java.util.Locale;
import java.util.Set;

import dev.retort.dialect.Folding;
import dev.retort.dialect.StandardNames;

/**
 * Names as H2 has them: upper case unless {@code DATABASE_TO_UPPER} or {@code DATABASE_TO_LOWER} say otherwise, told apart by
 * case unless {@code CASE_INSENSITIVE_IDENTIFIERS} is set (https://h2database.com/javadoc/org/h2/engine/DbSettings.html).
 */
final class H2Names extends StandardNames {

    private static final int MAXIMUM_LENGTH = 256;

    /** https://h2database.com/html/advanced.html#keywords, every column of the table. */
    private static final Set<String> KEYWORDS = Set.of("""
            all and any array as asymmetric authorization between both case cast check constraint cross \
            current_catalog current_date current_path current_role current_schema current_time current_timestamp \
            current_user day default distinct else end except exists false fetch for foreign from full group groups \
            having hour if ilike in inner intersect intersects interval is join key leading left like limit localtime \
            localtimestamp minus minute month natural not null offset on or order over partition primary qualify \
            range regexp right row rownum rows second select session_user set some symmetric sysdate systimestamp \
            system_user table to today top trailing true uescape union unique unknown user using value values when \
            where window with year _rowid_""".split(" "));

    private final boolean ignoresCase;
    private final Folding folding;

    H2Names(Folding folding, boolean ignoresCase) {
        super(folding, '"', KEYWORDS, MAXIMUM_LENGTH, false);
        this.folding = folding;
        this.ignoresCase = ignoresCase;
    }

    @Override
    public String tableKey(String name) {
        return key(name);
    }

    @Override
    public String columnKey(String name) {
        return key(name);
    }

    private String key(String name) {
        String held = catalog(name);
        return ignoresCase ? held.toUpperCase(Locale.ROOT) : held;
    }

    /** Give the settings that make another database treat names alike, as they stand in a URL. */
    String settings() {
        return ";DATABASE_TO_UPPER=" + (folding == Folding.UPPER)
                + ";DATABASE_TO_LOWER=" + (folding == Folding.LOWER)
                + ";CASE_INSENSITIVE_IDENTIFIERS=" + ignoresCase;
    }
}
