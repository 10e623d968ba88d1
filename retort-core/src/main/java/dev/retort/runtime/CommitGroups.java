package dev.retort.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Puts statements into the transactions that a run would make. */
final class CommitGroups {

    private final List<CommitGroup> ended = new ArrayList<>();
    private final Set<String> revisions = new LinkedHashSet<>();
    private int statements;

    /** Take a statement of a revision; {@code alone} is its text if it is a transaction of its own. */
    void statement(String revision, @Nullable String alone) {
        if (alone == null) {
            revisions.add(revision);
            statements++;
        } else {
            end();
            ended.add(new CommitGroup(List.of(revision), 1, alone));
        }
    }

    /** Take the change of the version table that ends a revision. */
    void version(String revision) {
        revisions.add(revision);
    }

    /** Commit what is open, if anything is. */
    void end() {
        if (!revisions.isEmpty()) {
            ended.add(new CommitGroup(List.copyOf(revisions), statements, null));
            revisions.clear();
            statements = 0;
        }
    }

    List<CommitGroup> all() {
        return List.copyOf(ended);
    }
}
