package dev.retort.revision;

import java.util.List;

/**
 * What the argument of a {@code --sql} command means: the rows the database is taken to have, and where to go from there.
 *
 * @param rows the rows of the version table that the script starts from; empty means base
 * @param targets what to hand to {@link RevisionGraph#upgrade}, {@code downgrade} (one) or {@code stamp} (one or more)
 */
public record OfflineRange(List<String> rows, List<String> targets) {

    /** Keep unmodifiable copies. */
    public OfflineRange {
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
    }

    /** Give the one target of an upgrade or downgrade. */
    public String target() {
        return targets.get(0);
    }
}
