package dev.retort.cli;

import java.util.List;

import dev.retort.command.Heads;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

/** The command {@code heads}: its words, and how it is reported. */
final class HeadsCommand extends RetortCommand {

    private final Option verbose = syntax.flag("-v --verbose", "Show everything known of each.");

    private final Option resolveDependencies =
            syntax.flag("--resolve-dependencies", "Leave out those that another revision depends on.");

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionDetail> heads = new Heads(workspace).list(resolveDependencies.given());
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json().put("heads", Documents.revisions(heads)));
            return Retort.DONE;
        }
        for (RevisionDetail head : heads) {
            if (verbose.given()) {
                Records.print(console, workspace, head, false);
            } else {
                console.result(console.lines().heads(head));
            }
        }
        return Retort.DONE;
    }
}
