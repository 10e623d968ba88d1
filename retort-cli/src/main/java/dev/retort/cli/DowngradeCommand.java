package dev.retort.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.retort.command.Downgrade;
import dev.retort.command.Workspace;

@Command(name = "downgrade", description = "Take revisions back until the database is at TARGET.")
final class DowngradeCommand extends DatabaseCommand {

    @Parameters(paramLabel = "TARGET", description = "A revision, 'base' or '-N'; with --sql START:END.")
    private String target = "";

    @Option(names = "--cascade", description = "Take back what other branches built upon it, too.")
    private boolean cascade;

    @Mixin
    private RunOutput output = new RunOutput();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Override
    @Nullable
    String tag() {
        return output.tag;
    }

    @Override
    boolean changes() {
        return true;
    }

    @Override
    boolean printsScript() {
        return output.sql;
    }

    @Override
    String script(Workspace workspace) {
        return new Downgrade(workspace).script(target, cascade);
    }

    @Override
    int run(Workspace workspace, Console console) {
        return RunOutput.report(console, new Downgrade(workspace).run(target, cascade, resume.inDoubt));
    }
}
