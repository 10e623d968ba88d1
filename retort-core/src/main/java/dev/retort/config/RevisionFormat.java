package dev.retort.config;

import java.util.Locale;

/** The language that new revisions are written in. */
public enum RevisionFormat {
    /** A class that implements {@code Migration}. */
    JAVA,
    /** A file of SQL with a header of comments. */
    SQL;

    /** Spell the format as {@code retort.toml} and file names do: {@code java} or {@code sql}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
