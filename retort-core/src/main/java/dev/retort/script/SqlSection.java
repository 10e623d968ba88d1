package dev.retort.script;

import java.util.Optional;

/**
 * One part of a SQL revision: what stands between its {@code -- upgrade} or {@code -- downgrade} line and the next.
 *
 * @param downgrade whether the part takes the revision back
 * @param dialect the word behind {@code upgrade} or {@code downgrade}, in lower case: a dialect, or one of several
 *     databases; empty for the part that serves everything without one of its own
 * @param heading the line that begins the part, as the file holds it
 * @param text the SQL as the file holds it
 * @param firstLine the line of the file, counted from 1, on which {@code text} begins
 */
public record SqlSection(boolean downgrade, Optional<String> dialect, String heading, String text, int firstLine) {

    /** What to do about a part that stands twice. */
    public static final String TWICE_HINT = "put the statements of both into one section";

    /** Say that another part has the same heading. */
    public String twice() {
        return "section '%s' stands twice"
                .formatted(heading.strip().substring(2).strip());
    }

    /** Take in {@code next}, whose heading is no heading but belongs to the SQL of this part. */
    public SqlSection with(SqlSection next) {
        return new SqlSection(downgrade, dialect, heading, text + next.heading + next.text, firstLine);
    }

    /** Name the part as its heading does: {@code upgrade mariadb}. */
    public String name() {
        return (downgrade ? "downgrade" : "upgrade") + dialect.map(" "::concat).orElse("");
    }
}
