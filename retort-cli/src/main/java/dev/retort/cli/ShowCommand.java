package dev.retort.cli;

import java.util.List;

import dev.retort.command.Show;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

/** The command {@code show}: its words, and how it is reported. */
final class ShowCommand extends RetortCommand {

    private final Parameter revision =
            syntax.parameter("REVISION", "A revision, 'head', 'heads', 'current' or a branch label.", 1, 1);

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionDetail> revisions = new Show(workspace).find(revision.text());
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
