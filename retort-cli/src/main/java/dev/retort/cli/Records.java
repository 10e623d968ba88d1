package dev.retort.cli;

import java.util.StringJoiner;

import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionHeader;
import dev.retort.revision.RevisionLine;

/** Prints everything known of a revision, as {@code show} and all {@code -v} options do. */
final class Records {

    private Records() {}

    /** Print one revision. */
    static void print(Console console, Workspace workspace, RevisionDetail revision, boolean current) {
        String path = workspace.file(revision.header()).toString();
        for (String line : RevisionLine.record(revision, current, path, document(revision.header()))) {
            console.result(line);
        }
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
