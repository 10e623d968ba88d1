package dev.retort.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.List;

import dev.retort.RetortException;
import dev.retort.command.Show;
import dev.retort.command.Workspace;
import dev.retort.revision.RevisionDetail;

/** The command {@code edit}: its words, and how it is reported. */
final class EditCommand extends RetortCommand {

    private final Parameter revision =
            syntax.parameter("REVISION", "A revision, 'head', 'current' or a branch label.", 1, 1);

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<RevisionDetail> revisions = new Show(workspace).find(revision.text());
        if (revisions.isEmpty()) {
            throw new RetortException(
                    revision.text().equals("current")
                            ? "There are no current revisions to edit"
                            : "There is no revision file for '" + revision.text() + "'",
                    "'retort history' lists the revisions");
        }
        Editor editor = Editor.find(System.getenv());
        // The document stands alone on standard output.
        OutputStream output = invocation.console().json() ? new FileOutputStream(FileDescriptor.err) : null;
        for (RevisionDetail found : revisions) {
            editor.open(workspace.file(found.header()), invocation.workingDirectory(), output);
        }
        if (invocation.console().json()) {
            invocation.console().result(new Json().put("revisions", Documents.revisions(revisions)));
        }
        return Retort.DONE;
    }
}
