package dev.retort.operation;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/**
 * Say what a table is for.
 *
 * @param table the table
 * @param comment the new comment, or {@code null} to remove it
 * @param before the comment as it was, or {@code null} for none
 */
public record CommentTable(
        QualifiedName table,
        @Nullable String comment,
        @Nullable String before) implements Operation {

    @Override
    public Operation inverse() {
        return new CommentTable(table, before, comment);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.commentTable(this);
    }

    @Override
    public String summary() {
        return "comment on table " + table;
    }
}
