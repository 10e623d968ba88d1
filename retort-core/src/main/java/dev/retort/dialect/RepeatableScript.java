package dev.retort.dialect;

import java.util.List;
import java.util.Map;

/** Spells out a script that looks at the version table itself, so that it can be run on a database in any state. */
public interface RepeatableScript {

    /**
     * Wait until no run and no other script is at work, and keep them away until {@link #unlocking}, or the end of the session.
     *
     * @param key what a run's {@link RunLock} is asked for
     */
    String locking(String key);

    /** Let others in again. */
    String unlocking(String key);

    /**
     * Begin: find out which revisions are applied, and refuse a database that the script does not know.
     *
     * @param versionTable the version table as it is spelled; it exists by now
     * @param parents all revisions with those that each follows or depends on
     * @param required the revisions that must be applied already
     */
    List<String> opening(String versionTable, Map<String, List<String>> parents, List<String> required);

    /**
     * Apply a revision unless it is applied.
     *
     * @param versionTable the version table as it is spelled
     * @param id the revision
     * @param parents those that it follows or depends on
     * @param statements what it does
     */
    List<String> revision(String versionTable, String id, List<String> parents, List<String> statements);

    /** End: leave nothing behind. */
    List<String> closing();
}
