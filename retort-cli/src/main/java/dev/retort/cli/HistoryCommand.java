package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.retort.command.History;
import dev.retort.command.RevisionEntry;
import dev.retort.command.Workspace;
import dev.retort.revision.GraphDrawing;
import dev.retort.revision.RevisionHeader;

@Command(name = "history", description = "List revisions, newest first.")
final class HistoryCommand extends RetortCommand {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "RANGE",
            description = "List only START:END, START: or :END.")
    @Nullable
    private String range;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show everything known of each.")
    private boolean verbose;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark the revisions the database is at.")
    private boolean indicateCurrent;

    @Option(names = "--graph", description = "Draw beside them how they follow each other.")
    private boolean graph;

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionEntry> entries = new History(workspace).list(range, indicateCurrent);
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json().put("history", Documents.entries(entries)));
            return Retort.DONE;
        }
        if (graph) {
            draw(console, workspace, entries);
            return Retort.DONE;
        }
        for (RevisionEntry entry : entries) {
            if (verbose) {
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
            List<String> text = verbose
                    ? Records.lines(console, workspace, entry.detail(), entry.current())
                    : List.of(console.lines().graph(entry.detail(), entry.current()));
            for (GraphDrawing.Line line : drawing.next(text)) {
                console.result(console.colours().graph(line.drawn()) + line.text());
            }
        }
    }
}
