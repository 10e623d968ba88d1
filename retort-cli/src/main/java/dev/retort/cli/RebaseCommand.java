package dev.retort.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.retort.command.RebaseBranch;

@Command(name = "rebase", description = "Put a branch that is applied nowhere upon another revision.")
final class RebaseCommand extends RetortCommand {

    @Parameters(paramLabel = "REVISION", description = "A revision of the branch, usually its head.")
    private String revision = "";

    @Option(
            names = "--onto",
            paramLabel = "REVISION",
            required = true,
            description = "The revision that the branch is to follow.")
    private String onto = "";

    @Option(names = "--unapplied", description = "Ask no database: you know that none has applied any of the branch.")
    private boolean unapplied;

    @Override
    int run(Invocation invocation) {
        RebaseBranch.Result result =
                new RebaseBranch(invocation.workspaces(List.of(), null)).run(revision, onto, unapplied);
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
