package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.retort.command.Downgrade;

@Command(name = "downgrade", description = "Take revisions back until the database is at TARGET.")
final class DowngradeCommand extends RetortCommand {

    @Parameters(paramLabel = "TARGET", description = "A revision, 'base' or '-N'; with --sql START:END.")
    private String target = "";

    @Option(names = "--cascade", description = "Take back what other branches built upon it, too.")
    private boolean cascade;

    @Mixin
    private RunOutput output = new RunOutput();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Override
    int run(Invocation invocation) {
        Downgrade downgrade = new Downgrade(invocation.workspace(output.tag));
        if (output.sql) {
            return RunOutput.script(invocation.console(), downgrade.script(target, cascade));
        }
        return RunOutput.report(invocation.console(), downgrade.run(target, cascade, resume.inDoubt));
    }
}
