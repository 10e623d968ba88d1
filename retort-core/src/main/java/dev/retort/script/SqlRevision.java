package dev.retort.script;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import dev.retort.RetortException;

/**
 * A revision written in SQL.
 *
 * @param sections the parts of the file, in its order
 * @param origin the file
 */
public record SqlRevision(List<SqlSection> sections, String origin) implements RevisionCode {

    /** Copy the sections. */
    public SqlRevision {
        sections = List.copyOf(sections);
    }

    /** Find what upgrades a database of {@code dialect}: the dialect's own part, else the plain one. */
    public Optional<SqlSection> upgrade(String dialect) {
        return section(false, dialect);
    }

    /** Find what downgrades a database of {@code dialect}; empty where the revision cannot be taken back. */
    public Optional<SqlSection> downgrade(String dialect) {
        return section(true, dialect);
    }

    /**
     * Check that every part is meant for a dialect that exists.
     *
     * @param dialects the names of all dialects, in lower case
     * @throws RetortException if a part names another one
     */
    public void requireDialects(Collection<String> dialects) {
        for (SqlSection section : sections) {
            String dialect = section.dialect().orElse("");
            if (!dialect.isEmpty() && !dialects.contains(dialect)) {
                throw new RetortException(
                        "%s:%d: section '%s %s' is for a dialect that does not exist"
                                .formatted(
                                        origin,
                                        section.firstLine() - 1,
                                        section.downgrade() ? "downgrade" : "upgrade",
                                        dialect),
                        "write one of " + String.join(", ", new TreeSet<>(dialects)));
            }
        }
    }

    private Optional<SqlSection> section(boolean downgrade, String dialect) {
        String wanted = dialect.toLowerCase(Locale.ROOT);
        return find(downgrade, Optional.of(wanted)).or(() -> find(downgrade, Optional.empty()));
    }

    private Optional<SqlSection> find(boolean downgrade, Optional<String> dialect) {
        return sections.stream()
                .filter(section ->
                        section.downgrade() == downgrade && section.dialect().equals(dialect))
                .findFirst();
    }
}
