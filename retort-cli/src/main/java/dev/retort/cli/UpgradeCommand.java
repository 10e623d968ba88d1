package dev.retort.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.retort.command.Upgrade;
import dev.retort.command.Workspace;

@Command(name = "upgrade", description = "Apply revisions until the database is at TARGET.")
final class UpgradeCommand extends DatabaseCommand {

    @Parameters(paramLabel = "TARGET", description = "A revision, 'head', 'heads' or '+N'; with --sql also START:END.")
    private String target = "";

    @Mixin
    private RunOutput output = new RunOutput();

    @Option(
            names = "--idempotent",
            description = "With --sql: let the script look at the version table itself and run on any state.")
    private boolean idempotent;

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
        if (idempotent && !output.sql) {
            throw new UsageException(
                    "--idempotent is about scripts",
                    "add --sql; a run without it can be repeated anyway",
                    global().json);
        }
        return output.sql;
    }

    @Override
    String script(Workspace workspace) {
        Upgrade upgrade = new Upgrade(workspace);
        return idempotent ? upgrade.repeatableScript(target) : upgrade.script(target);
    }

    @Override
    int run(Workspace workspace, Console console) {
        return RunOutput.report(console, new Upgrade(workspace).run(target, resume.inDoubt));
    }
}
