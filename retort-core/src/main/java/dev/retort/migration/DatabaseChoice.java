package dev.retort.migration;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/**
 * Which of several databases a migration is to change.
 *
 * @param name the database, or {@code null} where the script directory serves only one
 * @param all the names of all databases that the script directory serves
 */
public record DatabaseChoice(@Nullable String name, List<String> all) {

    /** The choice where there is none: one database, without a name. */
    public static final DatabaseChoice NONE = new DatabaseChoice(null, List.of());

    public DatabaseChoice {
        all = List.copyOf(all);
    }

    /**
     * Tell whether {@code database} was chosen.
     *
     * @throws RetortException if there is no such database
     */
    boolean is(String database) {
        if (!all.contains(database)) {
            throw new RetortException(
                    all.isEmpty()
                            ? "The revision has steps for the database '%s', but the setting databases names none"
                                    .formatted(database)
                            : "The revision has steps for the database '%s'; the databases are %s"
                                    .formatted(database, String.join(", ", all)),
                    "write the name as databases in retort.toml does");
        }
        return database.equals(name);
    }
}
