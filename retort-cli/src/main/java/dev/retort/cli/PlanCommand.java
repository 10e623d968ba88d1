package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import dev.retort.command.Preview;
import dev.retort.command.Preview.Outlook;

@Command(name = "plan", description = "Show what would run to bring the database to TARGET; nothing is changed.")
final class PlanCommand extends RetortCommand {

    @Parameters(
            paramLabel = "TARGET",
            description = "What 'upgrade' takes, or, for 'base', '-N' and an applied revision, what 'downgrade' takes.")
    private String target = "";

    @Override
    int run(Invocation invocation) {
        Outlook outlook = new Preview(invocation.workspace(null)).of(target);
        Console console = invocation.console();
        if (console.json()) {
            console.result(PlanText.document(target, outlook));
        } else {
            PlanText.lines(target, outlook).forEach(console::result);
        }
        boolean runs = outlook.steps().stream().allMatch(step -> step.obstacle() == null);
        return runs ? Retort.DONE : Retort.FOUND;
    }
}
