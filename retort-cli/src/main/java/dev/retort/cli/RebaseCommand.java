package dev.retort.cli;

import java.util.List;

import dev.retort.command.RebaseBranch;

/** The command {@code rebase}: its words, and how it is reported. */
final class RebaseCommand extends RetortCommand {

    private final Parameter revision =
            syntax.parameter("REVISION", "A revision of the branch, usually its head.", 1, 1);

    private final Option onto =
            syntax.requiredValue("--onto", "REVISION", "The revision that the branch is to follow.");

    private final Option unapplied =
            syntax.flag("--unapplied", "Ask no database: you know that none has applied any of the branch.");

    @Override
    int run(Invocation invocation) {
        RebaseBranch.Result result = new RebaseBranch(invocation.workspaces(List.of(), null))
                .run(revision.text(), onto.value(""), unapplied.given());
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json()
                    .put("changed", result.file() != null)
                    .put("revision", result.revision())
                    .put("downRevisionsBefore", result.before())
                    .put("downRevisions", List.of(result.onto()))
                    .put("moved", result.moved())
                    .put("path", result.file()));
            return Retort.DONE;
        }
        if (result.file() == null) {
            console.talk("Nothing to do: '%s' already follows '%s'".formatted(result.revision(), result.onto()));
            return Retort.DONE;
        }
        String before = result.before().isEmpty() ? "<base>" : String.join(", ", result.before());
        console.result("Rewriting %s ...  done".formatted(result.file()));
        console.result(
                "%s -> %s (was %s -> %s)".formatted(result.onto(), result.revision(), before, result.revision()));
        if (!result.moved().isEmpty()) {
            console.talk("Moved with it: " + String.join(", ", result.moved()));
        }
        return Retort.DONE;
    }
}
