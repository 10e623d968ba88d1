package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.retort.command.Current;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

@Command(name = "current", description = "Show the revisions the database is at.")
final class CurrentCommand extends DatabaseCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the database and everything known of each revision.")
    private boolean verbose;

    @Option(
            names = {"-c", "--check-heads"},
            description = "Exit with 3 unless the database is at every head.")
    private boolean checkHeads;

    @Override
    boolean changes() {
        return false;
    }

    @Override
    int run(Workspace workspace, Console console) {
        Current.State state = new Current(workspace).read();
        boolean atHead = state.missingHeads().isEmpty();
        if (console.json()) {
            console.result(new Json()
                    .put("url", state.url())
                    .put("rows", state.rows())
                    .put("atHead", atHead)
                    .put("current", Documents.revisions(state.revisions()))
                    .put("missingHeads", Documents.revisions(state.missingHeads())));
        } else {
            print(console, workspace, state);
        }
        if (checkHeads && !atHead) {
            tell(console, state);
            return Retort.FOUND;
        }
        return Retort.DONE;
    }

    private void print(Console console, Workspace workspace, Current.State state) {
        if (verbose) {
            console.result("Current revision(s) for " + state.url() + ":");
        }
        for (RevisionDetail revision : state.revisions()) {
            if (verbose) {
                Records.print(console, workspace, revision, true);
            } else {
                console.result(console.lines().current(revision));
            }
        }
    }

    private static void tell(Console console, Current.State state) {
        StringBuilder missing = new StringBuilder();
        for (RevisionDetail head : state.missingHeads()) {
            missing.append(missing.length() == 0 ? "" : ", ")
                    .append(head.header().id());
        }
        console.talk("Database is not on all head revisions: " + missing + " not applied");
    }
}
