package dev.retort.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import dev.retort.RetortException;
import dev.retort.command.Show;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

@Command(name = "edit", description = "Open a revision's file in your editor.")
final class EditCommand extends RetortCommand {

    @Parameters(paramLabel = "REVISION", description = "A revision, 'head', 'current' or a branch label.")
    private String revision = "";

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionDetail> revisions = new Show(workspace).find(revision);
        if (revisions.isEmpty()) {
            throw new RetortException(
                    revision.equals("current")
                            ? "There are no current revisions to edit"
                            : "There is no revision file for '" + revision + "'",
                    "'retort history' lists the revisions");
        }
        Editor editor = Editor.find(System.getenv());
        for (RevisionDetail found : revisions) {
            editor.open(workspace.file(found.header()), invocation.workingDirectory());
        }
        if (invocation.console().json()) {
            invocation.console().result(new Json().put("revisions", Documents.revisions(revisions)));
        }
        return Retort.DONE;
    }
}
