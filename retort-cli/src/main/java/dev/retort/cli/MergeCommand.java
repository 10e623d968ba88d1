package dev.retort.cli;

import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.retort.command.Merge;

@Command(name = "merge", description = "Write a revision that joins several heads.")
final class MergeCommand extends RetortCommand {

    @Parameters(paramLabel = "REVISION", arity = "1..*", description = "The revisions to join, or 'heads'.")
    private List<String> revisions = List.of();

    @Mixin
    private NewFileOptions file = new NewFileOptions();

    @Override
    int run(Invocation invocation) {
        Merge merge = new Merge(invocation.workspace(null));
        return NewFileOptions.report(
                invocation.console(),
                merge.run(
                        revisions,
                        Optional.ofNullable(file.id),
                        Optional.ofNullable(file.message),
                        file.splice,
                        file.branchLabels));
    }
}
