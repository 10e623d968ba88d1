package dev.retort.cli;

import dev.retort.command.EnsureVersion;
import dev.retort.command.Workspace;

/** The command {@code ensure_version}: its words, and how it is reported. */
final class EnsureVersionCommand extends DatabaseCommand {

    private final Option sql = syntax.flag("--sql", "Print the SQL instead of running it.");

    @Override
    boolean changes() {
        return true;
    }

    @Override
    boolean printsScript() {
        return sql.given();
    }

    @Override
    String script(Workspace workspace) {
        return new EnsureVersion(workspace).script();
    }

    @Override
    int run(Workspace workspace, Console console) {
        boolean created = new EnsureVersion(workspace).run();
        if (console.json()) {
            console.result(new Json().put("created", created));
        }
        return Retort.DONE;
    }
}
