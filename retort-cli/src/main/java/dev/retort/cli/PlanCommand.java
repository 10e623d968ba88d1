package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import dev.retort.command.Preview;
import dev.retort.command.Preview.Outlook;
import dev.retort.command.Workspace;

@Command(name = "plan", description = "Show what would run to bring the database to TARGET; nothing is changed.")
final class PlanCommand extends DatabaseCommand {

    @Parameters(
            paramLabel = "TARGET",
            description = "What 'upgrade' takes, or, for 'base', '-N' and an applied revision, what 'downgrade' takes.")
    private String target = "";

    @Override
    boolean changes() {
        return false;
    }

    @Override
    int run(Workspace workspace, Console console) {
        Outlook outlook = new Preview(workspace).of(target);
        if (console.json()) {
            console.result(PlanText.document(target, outlook));
        } else {
            PlanText.lines(target, outlook).forEach(console::result);
        }
        boolean runs = outlook.steps().stream().allMatch(step -> step.obstacle() == null);
        return runs ? Retort.DONE : Retort.FOUND;
    }
}
