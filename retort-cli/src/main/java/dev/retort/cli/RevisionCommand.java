package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.retort.command.CreateRevision;
import dev.retort.command.CreateRevision.Request;
import dev.retort.command.Workspace;
import dev.retort.command.WrittenRevision;

@Command(name = "revision", description = "Write a new revision file, empty or from the difference to the model.")
final class RevisionCommand extends RetortCommand {

    @Mixin
    private NewFileOptions file = new NewFileOptions();

    @Option(names = "--autogenerate", description = "Write what makes the database follow the model.")
    private boolean autogenerate;

    @Option(names = "--sql", description = "Write the revision in SQL, whatever revision_format says.")
    private boolean sql;

    @Option(
            names = "--head",
            paramLabel = "HEAD",
            description = "The parent: a revision, 'LABEL@head' or 'base' (default: the one head).")
    private String head = "head";

    @Option(names = "--version-path", paramLabel = "FOLDER", description = "The version location to write to.")
    @Nullable
    private String versionPath;

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "A revision of another branch that must be applied first; may be repeated.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "Write a part for this one of several databases only; may be repeated.")
    private List<String> databases = new ArrayList<>();

    @Override
    int run(Invocation invocation) {
        List<Workspace> workspaces = sql ? invocation.sqlWorkspaces(databases) : invocation.workspaces(databases, null);
        var request = new Request(
                Optional.ofNullable(file.id),
                Optional.ofNullable(file.message),
                head,
                file.splice,
                file.branchLabels,
                dependsOn,
                Optional.ofNullable(versionPath));
        CreateRevision create = new CreateRevision(workspaces);
        if (!autogenerate) {
            return NewFileOptions.report(invocation.console(), create.empty(request));
        }
        Optional<WrittenRevision> written = create.autogenerate(request);
        if (written.isEmpty()) {
            return nothing(invocation.console());
        }
        return NewFileOptions.report(invocation.console(), written.get());
    }

    private static int nothing(Console console) {
        if (console.json()) {
            console.result(new Json()
                    .put("revision", null)
                    .put("path", null)
                    .put("downRevisions", List.of())
                    .put("operations", List.of())
                    .put("notes", List.of()));
        } else {
            console.talk("No changes detected: the database is as the model asks for, and no file is written.");
        }
        return Retort.DONE;
    }
}
