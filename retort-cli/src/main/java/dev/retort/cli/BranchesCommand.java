package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import dev.retort.command.Branches;
import dev.retort.command.Branches.Branch;
import dev.retort.command.Workspace;

/** The command {@code branches}: its words, and how it is reported. */
final class BranchesCommand extends RetortCommand {

    private final Option verbose = syntax.flag("-v --verbose", "Show what the following revisions do.");

    @Override
    int run(Invocation invocation) {
        Workspace workspace = invocation.workspace(null);
        List<Branch> branches = new Branches(workspace).list();
        Console console = invocation.console();
        if (console.json()) {
            List<Json> documents = new ArrayList<>();
            for (Branch branch : branches) {
                documents.add(
                        Documents.revision(branch.point()).put("branches", Documents.revisions(branch.children())));
            }
            console.result(new Json().put("branches", documents));
            return Retort.DONE;
        }
        for (Branch branch : branches) {
            if (verbose.given()) {
                Records.print(console, workspace, branch.point(), false);
            }
            List<String> lines = verbose.given()
                    ? console.lines().children(branch.point(), branch.children(), true)
                    : console.lines().branch(branch.point(), branch.children());
            lines.forEach(console::result);
        }
        return Retort.DONE;
    }
}
