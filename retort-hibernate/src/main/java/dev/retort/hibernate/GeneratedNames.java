package dev.retort.hibernate;

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
}
