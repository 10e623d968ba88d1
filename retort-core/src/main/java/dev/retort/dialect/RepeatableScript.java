package dev.retort.dialect;

import java.util.List;
import java.util.Map;

/**
 * Spells out a script that looks at the version table itself, so that it can be run on a database in any state.
 *
 * <p>Clients go on after an error unless they are told otherwise: a statement must do nothing where the lock is not held, the
 * beginning failed, or what it follows did.
 */
public interface RepeatableScript {

    /**
     * The tables that a script looks at.
     *
     * @param key what a run's {@link RunLock} is asked for
     * @param versions the version table as it is spelled
     * @param versionsCreation what makes it unless it is there
     * @param history as it is spelled, the table that remembers how far a revision came that no transaction can hold
     * @param historyCreation what makes it unless it is there
     */
    record Tables(
            String key,
            String versions,
            List<SqlStatement> versionsCreation,
            String history,
            List<SqlStatement> historyCreation) {}

    /**
     * One operation of a revision.
     *
     * @param statements what it does, maybe nothing
     * @param fingerprint what a run knows the operation by
     * @param statementFingerprint what a run knows its first statement by
     */
    record Step(List<SqlStatement> statements, String fingerprint, String statementFingerprint) {

        /** Tell whether no transaction can hold it; it has one statement then. */
        public boolean standsAlone() {
            return statements.stream().anyMatch(statement -> !statement.transactional());
        }
    }

    /**
     * Wait until no run and no other script is at work, and keep them away until {@link #unlocking}, or the end of the session.
     *
     * @param key what a run's {@link RunLock} is asked for
     */
    String locking(String key);

    /** Let others in again. */
    String unlocking(String key);

    /** Tell whether a statement can be part of such a script, as far as its first words say. */
    default boolean takes(SqlStatement statement) {
        return true;
    }

    /** Tell whether steps may stand alone, at the price that only the product's own client can run the script. */
    default boolean takesLoneSteps() {
        return false;
    }

    /**
     * Begin: find out which revisions are applied, and refuse a database that the script does not know.
     *
     * @param parents all revisions with those that each follows or depends on
     * @param required the revisions that must be applied already
     */
    List<SqlStatement> opening(Tables tables, Map<String, List<String>> parents, List<String> required);

    /**
     * Apply a revision unless it is applied.
     *
     * @param id the revision
     * @param parents those that it follows or depends on
     * @param steps what it does
     */
    List<SqlStatement> revision(Tables tables, String id, List<String> parents, List<Step> steps);

    /** End: leave nothing behind. */
    List<String> closing();
}
