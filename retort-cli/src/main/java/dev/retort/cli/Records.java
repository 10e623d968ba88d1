package dev.retort.cli;

import java.util.List;
import java.util.StringJoiner;

import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionHeader;

/** Prints everything known of a revision, as {@code show} and all {@code -v} options do. */
final class Records {

    private Records() {}

    /** Print one revision. */
    static void print(Console console, Workspace workspace, RevisionDetail revision, boolean current) {
        lines(console, workspace, revision, current).forEach(console::result);
    }

    /** Write the lines of one revision. */
    static List<String> lines(Console console, Workspace workspace, RevisionDetail revision, boolean current) {
        String path = workspace.place(revision.header());
        return console.lines().record(revision, current, path, document(revision.header()));
    }

    private static String document(RevisionHeader header) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(header.message()).add("");
        lines.add("Revision ID: " + header.id());
        lines.add("Revises: " + String.join(", ", header.downRevisions()));
        if (header.created() != null) {
            lines.add("Create Date: " + header.created());
        }
        return lines.toString();
    }
}
