package dev.retort.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.retort.command.History;
import dev.retort.command.RevisionEntry;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionLine;

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

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionEntry> entries = new History(workspace).list(range, indicateCurrent);
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json().put("history", Documents.entries(entries)));
            return Retort.DONE;
        }
        for (RevisionEntry entry : entries) {
            if (verbose) {
                Records.print(console, workspace, entry.detail(), entry.current());
            } else {
                console.result(RevisionLine.history(entry.detail(), entry.current()));
            }
        }
        return Retort.DONE;
    }
}
