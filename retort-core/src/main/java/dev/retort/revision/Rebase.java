package dev.retort.revision;

import java.util.List;

/**
 * Which one revision gets another parent when a branch is put upon another revision.
 *
 * @param revision the first revision of the branch, whose parents change
 * @param onto the id of its only parent from then on
 * @param moved ids of the revisions that come along because they follow it, by id
 * @param changes whether anything changes: {@code false} where it follows {@code onto} already
 */
public record Rebase(RevisionHeader revision, String onto, List<String> moved, boolean changes) {

    public Rebase {
        moved = List.copyOf(moved);
    }
}
