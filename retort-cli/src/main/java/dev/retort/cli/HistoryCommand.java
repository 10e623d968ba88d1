package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import dev.retort.command.History;
import dev.retort.command.RevisionEntry;
import dev.retort.command.Workspace;
import dev.retort.revision.GraphDrawing;
import dev.retort.revision.RevisionHeader;

/** The command {@code history}: its words, and how it is reported. */
final class HistoryCommand extends RetortCommand {

    private final Option range = syntax.value("-r --rev-range", "RANGE", "List only START:END, START: or :END.");

    private final Option verbose = syntax.flag("-v --verbose", "Show everything known of each.");

    private final Option indicateCurrent =
            syntax.flag("-i --indicate-current", "Mark the revisions the database is at.");

    private final Option graph = syntax.flag("--graph", "Draw beside them how they follow each other.");

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionEntry> entries = new History(workspace).list(range.value(), indicateCurrent.given());
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json().put("history", Documents.entries(entries)));
            return Retort.DONE;
        }
        if (graph.given()) {
            draw(console, workspace, entries);
            return Retort.DONE;
        }
        for (RevisionEntry entry : entries) {
            if (verbose.given()) {
                Records.print(console, workspace, entry.detail(), entry.current());
            } else {
                console.result(console.lines().history(entry.detail(), entry.current()));
            }
        }
        return Retort.DONE;
    }

    private void draw(Console console, Workspace workspace, List<RevisionEntry> entries) {
        List<RevisionHeader> headers = new ArrayList<>();
        for (RevisionEntry entry : entries) {
            headers.add(entry.detail().header());
        }
        GraphDrawing drawing = new GraphDrawing(headers);
        for (RevisionEntry entry : entries) {
            List<String> text = verbose.given()
                    ? Records.lines(console, workspace, entry.detail(), entry.current())
                    : List.of(console.lines().graph(entry.detail(), entry.current()));
            for (GraphDrawing.Line line : drawing.next(text)) {
                console.result(console.colours().graph(line.drawn()) + line.text());
            }
        }
    }
}
