package dev.retort.cli;

import dev.retort.command.Current;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

/** The command {@code current}: its words, and how it is reported. */
final class CurrentCommand extends DatabaseCommand {

    private final Option verbose =
            syntax.flag("-v --verbose", "Show the database and everything known of each revision.");

    private final Option checkHeads =
            syntax.flag("-c --check-heads", "Exit with 3 unless the database is at every head.");

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
        if (checkHeads.given() && !atHead) {
            tell(console, state);
            return Retort.FOUND;
        }
        return Retort.DONE;
    }

    private void print(Console console, Workspace workspace, Current.State state) {
        if (verbose.given()) {
            console.result("Current revision(s) for " + state.url() + ":");
        }
        for (RevisionDetail revision : state.revisions()) {
            if (verbose.given()) {
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
