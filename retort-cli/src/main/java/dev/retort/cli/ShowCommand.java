package dev.retort.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import dev.retort.command.Show;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

@Command(name = "show", description = "Show a revision.")
final class ShowCommand extends RetortCommand {

    @Parameters(paramLabel = "REVISION", description = "A revision, 'head', 'heads', 'current' or a branch label.")
    private String revision = "";

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionDetail> revisions = new Show(workspace).find(revision);
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json().put("revisions", Documents.revisions(revisions)));
            return Retort.DONE;
        }
        for (RevisionDetail found : revisions) {
            Records.print(console, workspace, found, false);
        }
        return Retort.DONE;
    }
}
