package dev.retort.script;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/**
 * A revision written in SQL.
 *
 * @param sections the parts of the file, in its order. A part ends at the next line that looks like a heading; whether that
 *     line stands in a string or comment is for those to tell who know the product
 * @param doubts the lines that look like a heading with a letter wrong, where a string or comment may hold them
 * @param origin the file
 */
public record SqlRevision(List<SqlSection> sections, List<Doubt> doubts, String origin) implements RevisionCode {

    /**
     * A line that looks like a heading with a letter wrong.
     *
     * @param line the line of the file, from 1
     * @param text what it says
     */
    public record Doubt(int line, String text) {

        /** What to do about a line that is meant as a heading. */
        public static final String HINT =
                "write '-- upgrade', '-- downgrade', or the same with the name of a dialect behind it";

        /** Say what is wrong if it is meant as a heading. */
        public String problem() {
            return "'%s' is not a section".formatted(text);
        }
    }

    /** Copy the sections. */
    public SqlRevision {
        sections = List.copyOf(sections);
        doubts = List.copyOf(doubts);
    }

    /** Describe a revision whose lines are beyond doubt. */
    public SqlRevision(List<SqlSection> sections, String origin) {
        this(sections, List.of(), origin);
    }

    /** Tell whether nothing but the end of the part before it can be doubtful about any heading. */
    public boolean isPlain() {
        Set<String> names = new HashSet<>();
        for (SqlSection section : sections) {
            if (!names.add(section.name())) {
                return false;
            }
        }
        return doubts.isEmpty();
    }

    /** Find what upgrades a database of {@code dialect}: the dialect's own part, else the plain one. */
    public Optional<SqlSection> upgrade(String dialect) {
        return section(true, null, dialect);
    }

    /** Find what downgrades a database of {@code dialect}; empty where the revision cannot be taken back. */
    public Optional<SqlSection> downgrade(String dialect) {
        return section(false, null, dialect);
    }

    /**
     * Find what changes one database: its own part, else that of its dialect, else the plain one.
     *
     * @param upgrade whether the revision is applied and not taken back
     * @param database its name, where there are several, or {@code null} for none
     * @param dialect the database's dialect
     */
    public Optional<SqlSection> section(boolean upgrade, @Nullable String database, String dialect) {
        SqlSection found = database == null ? null : find(!upgrade, word(database));
        if (found == null) {
            found = find(!upgrade, word(dialect));
        }
        return Optional.ofNullable(found == null ? find(!upgrade, "") : found);
    }

    /** Check that every part is meant for a dialect that exists, as {@link #requireSections} does. */
    public void requireDialects(Collection<String> dialects) {
        requireSections(dialects, List.of());
    }

    /**
     * Check that every part is meant for a database or dialect that exists.
     *
     * @param dialects the names of all dialects, in lower case
     * @param databases the names of all databases, if there are several
     * @throws RetortException if a part names another one
     */
    public void requireSections(Collection<String> dialects, Collection<String> databases) {
        for (SqlSection section : sections) {
            String word = section.dialect().orElse("");
            if (!word.isEmpty() && !dialects.contains(word) && !isOneOf(databases, word)) {
                Set<String> known = new TreeSet<>(dialects);
                databases.forEach(database -> known.add(word(database)));
                throw new RetortException(
                        "%s:%d: section '%s %s' is for a %s that does not exist"
                                .formatted(
                                        origin,
                                        section.firstLine() - 1,
                                        section.downgrade() ? "downgrade" : "upgrade",
                                        word,
                                        databases.isEmpty() ? "dialect" : "database or dialect"),
                        "write one of " + String.join(", ", known));
            }
        }
    }

    private static boolean isOneOf(Collection<String> databases, String word) {
        for (String database : databases) {
            if (word(database).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Find the first part for {@code word}, or with nothing behind {@code upgrade} if that is empty. */
    private @Nullable SqlSection find(boolean downgrade, String word) {
        for (SqlSection section : sections) {
            if (section.downgrade() == downgrade && section.dialect().orElse("").equals(word)) {
                return section;
            }
        }
        return null;
    }
}
