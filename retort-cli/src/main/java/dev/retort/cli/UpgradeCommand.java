package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.retort.command.Upgrade;

@Command(name = "upgrade", description = "Apply revisions until the database is at TARGET.")
final class UpgradeCommand extends RetortCommand {

    @Parameters(paramLabel = "TARGET", description = "A revision, 'head', 'heads' or '+N'; with --sql also START:END.")
    private String target = "";

    @Mixin
    private RunOutput output = new RunOutput();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Override
    int run(Invocation invocation) {
        Upgrade upgrade = new Upgrade(invocation.workspace(output.tag));
        if (output.sql) {
            return RunOutput.script(invocation.console(), upgrade.script(target));
        }
        return RunOutput.report(invocation.console(), upgrade.run(target, resume.inDoubt));
    }
}
