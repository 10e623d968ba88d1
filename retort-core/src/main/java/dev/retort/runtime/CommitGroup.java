package dev.retort.runtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a run commits in one piece.
 *
 * @param revisions the revisions it is of; the last group of a revision changes the version table too
 * @param statements how many statements of these revisions it holds
 * @param alone the one statement that no transaction can hold or take back, or {@code null} where there is a transaction
 */
public record CommitGroup(
        List<String> revisions, int statements, @Nullable String alone) {

    public CommitGroup {
        revisions = List.copyOf(revisions);
    }
}
