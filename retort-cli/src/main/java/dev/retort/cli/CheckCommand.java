package dev.retort.cli;

import dev.retort.command.Check;
import dev.retort.command.Difference;
import dev.retort.command.Workspace;

/** The command {@code check}: its words, and how it is reported. */
final class CheckCommand extends DatabaseCommand {

    @Override
    boolean changes() {
        return false;
    }

    @Override
    int run(Workspace workspace, Console console) {
        Difference difference = new Check(workspace).run();
        boolean clean = difference.operations().isEmpty();
        if (console.json()) {
            console.result(new Json()
                    .put("clean", clean)
                    .put("operations", difference.summaries())
                    .put("notes", difference.notes()));
            return clean ? Retort.DONE : Retort.FOUND;
        }
        for (String note : difference.notes()) {
            console.talk(note);
        }
        if (clean) {
            console.result("No new upgrade operations detected.");
            return Retort.DONE;
        }
        console.result("New upgrade operations detected:");
        for (String operation : difference.summaries()) {
            console.result("  " + operation);
        }
        return Retort.FOUND;
    }
}
