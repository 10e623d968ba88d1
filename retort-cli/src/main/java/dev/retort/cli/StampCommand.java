package dev.retort.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.retort.command.Stamp;
import dev.retort.command.Workspace;

@Command(name = "stamp", description = "Say which revisions the database is at, without running any.")
final class StampCommand extends DatabaseCommand {

    @Parameters(
            paramLabel = "REVISION",
            arity = "1..*",
            description = "Revisions, 'heads' or 'base'; with --sql also START:END.")
    private List<String> revisions = List.of();

    @Option(names = "--purge", description = "Forget first whatever the version table says.")
    private boolean purge;

    @Mixin
    private RunOutput output = new RunOutput();

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
        if (purge) {
            throw new UsageException("--purge cannot be used with --sql", "leave one of them out", global().json);
        }
        return new Stamp(workspace).script(revisions);
    }

    @Override
    int run(Workspace workspace, Console console) {
        return RunOutput.report(console, new Stamp(workspace).run(revisions, purge));
    }
}
