package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.retort.command.EnsureVersion;

@Command(name = "ensure_version", description = "Create the version table if it is not there.")
final class EnsureVersionCommand extends RetortCommand {

    @Option(names = "--sql", description = "Print the SQL instead of running it.")
    private boolean sql;

    @Override
    int run(Invocation invocation) {
        EnsureVersion ensureVersion = new EnsureVersion(invocation.workspace(null));
        Console console = invocation.console();
        if (sql) {
            return RunOutput.script(console, ensureVersion.script());
        }
        boolean created = ensureVersion.run();
        if (console.json()) {
            console.result(new Json().put("created", created));
        }
        return Retort.DONE;
    }
}
