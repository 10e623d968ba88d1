package dev.retort.cli;

import org.jspecify.annotations.Nullable;

import dev.retort.command.Upgrade;
import dev.retort.command.Workspace;

/** The command {@code upgrade}: its words, and how it is reported. */
final class UpgradeCommand extends DatabaseCommand {

    private final Parameter target =
            syntax.parameter("TARGET", "A revision, 'head', 'heads' or '+N'; with --sql also START:END.", 1, 1);

    private final RunOutput output = new RunOutput(syntax);

    private final Option idempotent = syntax.flag(
            "--idempotent", "With --sql: let the script look at the version table itself and run on any state.");

    private final ResumeOption resume = new ResumeOption(syntax);

    @Override
    @Nullable
    String tag() {
        return output.tag.value();
    }

    @Override
    boolean changes() {
        return true;
    }

    @Override
    boolean printsScript() {
        if (idempotent.given() && !output.sql.given()) {
            throw new UsageException(
                    "--idempotent is about scripts", "add --sql; a run without it can be repeated anyway");
        }
        resume.refuseWith(output.sql);
        return output.sql.given();
    }

    @Override
    String script(Workspace workspace) {
        Upgrade upgrade = new Upgrade(workspace);
        return idempotent.given() ? upgrade.repeatableScript(target.text()) : upgrade.script(target.text());
    }

    @Override
    int run(Workspace workspace, Console console) {
        return RunOutput.report(console, new Upgrade(workspace).run(target.text(), resume.inDoubt()));
    }
}
