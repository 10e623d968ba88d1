package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.retort.command.EnsureVersion;
import dev.retort.command.Workspace;

@Command(name = "ensure_version", description = "Create the version table if it is not there.")
final class EnsureVersionCommand extends DatabaseCommand {

    @Option(names = "--sql", description = "Print the SQL instead of running it.")
    private boolean sql;

    @Override
    boolean changes() {
        return true;
    }

    @Override
    boolean printsScript() {
        return sql;
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
