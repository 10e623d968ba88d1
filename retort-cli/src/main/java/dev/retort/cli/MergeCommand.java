package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.command.Merge;
import dev.retort.command.MergedTables;
import dev.retort.command.MergedTables.Change;
import dev.retort.command.MergedTables.Overlap;
import dev.retort.command.MergedTables.SharedTable;
import dev.retort.command.Workspace;
import dev.retort.command.WrittenRevision;

/** The command {@code merge}: its words, and how it is reported. */
final class MergeCommand extends RetortCommand {

    private final Parameter revisions =
            syntax.parameter("REVISION", "The revisions to join, or 'heads'.", 1, Integer.MAX_VALUE);

    private final NewFileOptions file = new NewFileOptions(syntax);

    @Override
    int run(Invocation invocation) {
        List<Workspace> workspaces = invocation.workspaces(List.of(), null);
        WrittenRevision written = new Merge(workspaces.get(0))
                .run(
                        revisions.values(),
                        Optional.ofNullable(file.id.value()),
                        Optional.ofNullable(file.message.value()),
                        file.splice.given(),
                        file.branchLabels.values());
        Overlap overlap = new MergedTables(workspaces).of(written.downRevisions());
        Console console = invocation.console();
        if (console.json()) {
            console.result(NewFileOptions.document(written)
                    .put("sharedTables", tables(overlap))
                    .put("unknown", changes(overlap.unknown())));
            return Retort.DONE;
        }
        NewFileOptions.report(console, written);
        for (SharedTable table : overlap.tables()) {
            console.warning("several branches change %s: %s; read them side by side"
                    .formatted(name(table), words(table.changes())));
        }
        if (!overlap.unknown().isEmpty()) {
            console.talk("Which tables these change cannot be told: " + words(overlap.unknown()));
        }
        return Retort.DONE;
    }

    private static String name(SharedTable table) {
        return table.names().size() == 1
                ? "table '%s'".formatted(table.names().get(0))
                : "'%s', which may be the same table".formatted(String.join("' and '", table.names()));
    }

    private static String words(List<Change> changes) {
        List<String> words = new ArrayList<>();
        for (Change change : changes) {
            words.add(change.revision() + " (" + String.join("; ", change.operations()) + ")");
        }
        return String.join(", ", words);
    }

    private static List<Json> tables(Overlap overlap) {
        List<Json> documents = new ArrayList<>();
        for (SharedTable table : overlap.tables()) {
            documents.add(new Json()
                    .put("table", table.names().get(table.names().size() - 1))
                    .put("names", table.names())
                    .put("changes", changes(table.changes())));
        }
        return documents;
    }

    private static List<Json> changes(List<Change> changes) {
        List<Json> documents = new ArrayList<>();
        for (Change change : changes) {
            documents.add(new Json().put("revision", change.revision()).put("operations", change.operations()));
        }
        return documents;
    }
}
