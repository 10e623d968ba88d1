package dev.retort.command;

import java.util.List;

import dev.retort.revision.RevisionDetail;

/** The commands {@code show} and {@code edit}: the revisions that an identifier names. */
public final class Show {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Show(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Find revisions; the database is asked only where {@code identifier} is {@code current}. */
    public List<RevisionDetail> find(String identifier) {
        List<String> rows = identifier.equals("current") ? workspace.rows() : List.of();
        return workspace.details(workspace.graph().find(identifier, rows));
    }
}
