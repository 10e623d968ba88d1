package dev.retort.runtime;

import java.util.List;

import dev.retort.migration.DatabaseChoice;
import dev.retort.script.RevisionCode;
import dev.retort.script.SqlRevision;

/** Gives the code of revisions when they are about to run; everything that has to be compiled is compiled at once. */
public interface RevisionLoader {

    /** Prepare the revisions of these ids, and no others: compile what has to be compiled. */
    void prepare(List<String> ids);

    /** Give the code of a revision that was prepared. */
    RevisionCode code(String id);

    /** Tell whether a revision that was prepared is written in SQL. */
    default boolean isSql(String id) {
        return code(id) instanceof SqlRevision;
    }

    /** Tell which of several databases the code is to change. */
    default DatabaseChoice database() {
        return DatabaseChoice.NONE;
    }

    /** Let go of the code of a revision that has run; nobody asks for it again. */
    default void forget(String id) {}
}
