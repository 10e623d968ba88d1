package dev.retort.cli;

import java.util.List;
import java.util.Optional;

import dev.retort.command.CreateRevision;
import dev.retort.command.CreateRevision.Request;
import dev.retort.command.Workspace;
import dev.retort.command.WrittenRevision;

/** The command {@code revision}: its words, and how it is reported. */
final class RevisionCommand extends RetortCommand {

    private final NewFileOptions file = new NewFileOptions(syntax);

    private final Option autogenerate =
            syntax.flag("--autogenerate", "Write what makes the database follow the model.");

    private final Option sql = syntax.flag("--sql", "Write the revision in SQL, whatever revision_format says.");

    private final Option head =
            syntax.value("--head", "HEAD", "The parent: a revision, 'LABEL@head' or 'base' (default: the one head).");

    private final Option versionPath = syntax.value(
            "--version-path",
            "FOLDER",
            "The version location to write to, seen from here or from the settings' folder (default: the parent's).");

    private final Option dependsOn = syntax.values(
            "--depends-on", "REVISION", "A revision of another branch that must be applied first; may be repeated.");

    private final Option databases = syntax.values(
            "--database", "NAME", "Write a part for this one of several databases only; may be repeated.");

    @Override
    int run(Invocation invocation) {
        List<Workspace> workspaces = sql.given()
                ? invocation.sqlWorkspaces(databases.values())
                : invocation.workspaces(databases.values(), null);
        var request = new Request(
                Optional.ofNullable(file.id.value()),
                Optional.ofNullable(file.message.value()),
                head.value("head"),
                file.splice.given(),
                file.branchLabels.values(),
                dependsOn.values(),
                Optional.ofNullable(versionPath.value()),
                invocation.workingDirectory());
        CreateRevision create = new CreateRevision(workspaces);
        if (!autogenerate.given()) {
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
