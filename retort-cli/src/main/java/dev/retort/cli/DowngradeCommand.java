package dev.retort.cli;

import org.jspecify.annotations.Nullable;

import dev.retort.command.Downgrade;
import dev.retort.command.Workspace;

/** The command {@code downgrade}: its words, and how it is reported. */
final class DowngradeCommand extends DatabaseCommand {

    private final Parameter target =
            syntax.parameter("TARGET", "A revision, 'base' or '-N'; with --sql START:END.", 1, 1);

    private final Option cascade = syntax.flag("--cascade", "Take back what other branches built upon it, too.");

    private final RunOutput output = new RunOutput(syntax);

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
        resume.refuseWith(output.sql);
        return output.sql.given();
    }

    @Override
    String script(Workspace workspace) {
        return new Downgrade(workspace).script(target.text(), cascade.given());
    }

    @Override
    int run(Workspace workspace, Console console) {
        return RunOutput.report(
                console, new Downgrade(workspace).run(target.text(), cascade.given(), resume.inDoubt()));
    }
}
