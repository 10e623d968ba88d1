package dev.retort.cli;

import org.jspecify.annotations.Nullable;

import dev.retort.command.Stamp;
import dev.retort.command.Workspace;

/** The command {@code stamp}: its words, and how it is reported. */
final class StampCommand extends DatabaseCommand {

    private final Parameter revisions = syntax.parameter(
            "REVISION", "Revisions, 'heads' or 'base'; with --sql also START:END.", 1, Integer.MAX_VALUE);

    private final Option purge = syntax.flag("--purge", "Forget first whatever the version table says.");

    private final RunOutput output = new RunOutput(syntax);

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
        return output.sql.given();
    }

    @Override
    String script(Workspace workspace) {
        if (purge.given()) {
            throw new UsageException("--purge cannot be used with --sql", "leave one of them out");
        }
        return new Stamp(workspace).script(revisions.values());
    }

    @Override
    int run(Workspace workspace, Console console) {
        return RunOutput.report(console, new Stamp(workspace).run(revisions.values(), purge.given()));
    }
}
