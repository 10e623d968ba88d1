package dev.retort.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.retort.command.Stamp;

@Command(name = "stamp", description = "Say which revisions the database is at, without running any.")
final class StampCommand extends RetortCommand {

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
    int run(Invocation invocation) {
        if (output.sql && purge) {
            throw new UsageException(
                    "--purge cannot be used with --sql",
                    "leave one of them out",
                    invocation.console().json());
        }
        Stamp stamp = new Stamp(invocation.workspace(output.tag));
        if (output.sql) {
            return RunOutput.script(invocation.console(), stamp.script(revisions));
        }
        return RunOutput.report(invocation.console(), stamp.run(revisions, purge));
    }
}
