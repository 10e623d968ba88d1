package dev.retort.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** The command {@code history}: revisions, newest first. */
public final class History {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public History(Workspace workspace) {
        this.workspace = workspace;
    }

    /** List the whole history, asking neither the database nor {@code Env.java}. */
    public List<RevisionDetail> whole() {
        return workspace.details(workspace.graph().history(null, List.of()));
    }

    /**
     * List a part of the history. The database is asked only where {@code range} or {@code indicateCurrent} need it.
     *
     * @param range {@code a:b}, {@code a:}, {@code :b}, or {@code null} for all
     * @param indicateCurrent whether to tell which revisions the database is at
     */
    public List<RevisionEntry> list(@Nullable String range, boolean indicateCurrent) {
        workspace.askWhereWanted();
        RevisionGraph graph = workspace.graph();
        boolean asked = indicateCurrent || RevisionGraph.historyNeedsRows(range);
        List<String> rows = asked ? workspace.rows() : List.of();
        Set<String> current = new HashSet<>();
        if (indicateCurrent) {
            for (RevisionHeader header : graph.current(rows)) {
                current.add(header.id());
            }
        }
        List<RevisionEntry> entries = new ArrayList<>();
        for (RevisionHeader header : graph.history(range, rows)) {
            entries.add(new RevisionEntry(graph.detail(header.id()), current.contains(header.id())));
        }
        return List.copyOf(entries);
    }
}
