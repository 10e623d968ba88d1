package dev.retort.cli;

import picocli.CommandLine.Command;

import dev.retort.command.Check;
import dev.retort.command.Difference;

@Command(name = "check", description = "Tell whether the database differs from the model.")
final class CheckCommand extends RetortCommand {

    @Override
    int run(Invocation invocation) {
        Difference difference = new Check(invocation.workspace(null)).run();
        Console console = invocation.console();
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
