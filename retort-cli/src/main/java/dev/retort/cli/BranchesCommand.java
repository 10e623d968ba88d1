package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.retort.command.Branches;
import dev.retort.command.Branches.Branch;
import dev.retort.command.Workspace;

@Command(name = "branches", description = "Show the revisions that several others follow.")
final class BranchesCommand extends RetortCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show what the following revisions do.")
    private boolean verbose;

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
            if (verbose) {
                Records.print(console, workspace, branch.point(), false);
            }
            List<String> lines = verbose
                    ? console.lines().children(branch.point(), branch.children(), true)
                    : console.lines().branch(branch.point(), branch.children());
            lines.forEach(console::result);
        }
        return Retort.DONE;
    }
}
