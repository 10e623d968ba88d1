package dev.retort.diff;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.CommentTable;
import dev.retort.schema.Table;

/** Compares what tables and columns say of themselves; an empty comment is none. */
final class CommentDiff {

    private CommentDiff() {}

    static void compare(Table actual, Table desired, Comparison comparison) {
        if (!same(actual.comment(), desired.comment())) {
            comparison.add(
                    Phase.COMMENT,
                    new CommentTable(actual.name(), nullIfEmpty(desired.comment()), nullIfEmpty(actual.comment())));
        }
    }

    static boolean same(@Nullable String actual, @Nullable String desired) {
        return Objects.equals(nullIfEmpty(actual), nullIfEmpty(desired));
    }

    static @Nullable String nullIfEmpty(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }
}
