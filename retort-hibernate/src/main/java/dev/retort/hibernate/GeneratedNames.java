package dev.retort.hibernate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Tells names that a person chose from those that Hibernate computes: a prefix and an MD5 sum in base 35. */
final class GeneratedNames {

    /** What the names look like that Hibernate computes for constraints and indexes. */
    static final Pattern HASH = Pattern.compile("(?i)(UK|FK|IDX|UKT|UC)_?(?=[a-y]*[0-9])[0-9a-y]{22,26}");

    private GeneratedNames() {}

    /** Give back {@code name} if a person chose it. */
    static @Nullable String chosen(@Nullable String name) {
        return name == null || name.isEmpty() || HASH.matcher(name).matches() ? null : name;
    }

    /** Make up an index name that a person can read and that is the same each time. */
    static String index(String table, List<String> parts, int maximumLength) {
        String words = String.join("_", parts).replaceAll("[^\\p{L}\\p{N}_]+", "_");
        String name = ("ix_" + table + "_" + words).replaceAll("_+", "_").replaceAll("_$", "");
        if (name.length() <= maximumLength) {
            return name;
        }
        String sum = String.format(Locale.ROOT, "_%08x", name.hashCode());
        return name.substring(0, maximumLength - sum.length()) + sum;
    }
}
