package dev.retort.cli;

import dev.retort.command.Preview;
import dev.retort.command.Preview.Outlook;
import dev.retort.command.Workspace;

/** The command {@code plan}: its words, and how it is reported. */
final class PlanCommand extends DatabaseCommand {

    private final Parameter target = syntax.parameter(
            "TARGET",
            "What 'upgrade' takes, or, for 'base', '-N' and an applied revision, what 'downgrade' takes.",
            1,
            1);

    @Override
    boolean changes() {
        return false;
    }

    @Override
    int run(Workspace workspace, Console console) {
        Outlook outlook = new Preview(workspace).of(target.text());
        if (console.json()) {
            console.result(PlanText.document(target.text(), outlook));
        } else {
            PlanText.lines(target.text(), outlook).forEach(console::result);
        }
        boolean runs = outlook.steps().stream().allMatch(step -> step.obstacle() == null);
        return runs ? Retort.DONE : Retort.FOUND;
    }
}
