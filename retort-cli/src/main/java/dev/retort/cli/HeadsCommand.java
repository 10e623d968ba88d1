package dev.retort.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.retort.command.Heads;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

@Command(name = "heads", description = "Show the revisions nothing follows.")
final class HeadsCommand extends RetortCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show everything known of each.")
    private boolean verbose;

    @Option(names = "--resolve-dependencies", description = "Leave out those that another revision depends on.")
    private boolean resolveDependencies;

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionDetail> heads = new Heads(workspace).list(resolveDependencies);
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json().put("heads", Documents.revisions(heads)));
            return Retort.DONE;
        }
        for (RevisionDetail head : heads) {
            if (verbose) {
                Records.print(console, workspace, head, false);
            } else {
                console.result(console.lines().heads(head));
            }
        }
        return Retort.DONE;
    }
}
