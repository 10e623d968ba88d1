package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tell what a revision file says about itself, its code left out.
 *
 * @param id the id as it stands in the version table
 * @param downRevisions ids of its parents, in the order written; empty for a base
 * @param branchLabels labels it declares
 * @param dependsOn ids or labels it needs, as written
 * @param message what the author says it does; may be empty, may have several lines
 * @param created when it was made, as written, or {@code null} when the file does not say
 * @param origin where it was read, for messages: {@code migrations/versions/x.java:12}
 */
public record RevisionHeader(
        String id,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        String message,
        @Nullable String created,
        String origin) {

    /** Check that nothing is missing and keep unmodifiable copies. */
    public RevisionHeader {
        requireNonNull(id, "id");
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        requireNonNull(message, "message");
        requireNonNull(origin, "origin");
    }

    /** Tell whether nothing comes before this revision in its own line. */
    public boolean isBase() {
        return downRevisions.isEmpty();
    }
}
