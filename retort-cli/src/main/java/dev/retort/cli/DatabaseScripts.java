package dev.retort.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.retort.RetortException;
import dev.retort.command.Workspace;

/**
 * Prints the scripts for several databases: the only one on standard output, several to files, for what is fed to one
 * database must not hold what is meant for another.
 */
final class DatabaseScripts {

    private final Console console;
    private final Path folder;

    DatabaseScripts(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
    }

    /** Write all scripts, or none where one cannot be written. */
    int write(List<Workspace> workspaces, Function<Workspace, String> writer) {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (Workspace workspace : workspaces) {
            scripts.put(DatabaseCommand.name(workspace), script(workspace, writer));
        }
        if (console.json()) {
            List<Json> documents = new ArrayList<>();
            scripts.forEach((name, script) ->
                    documents.add(new Json().put("database", name).put("sql", script)));
            console.result(new Json().put("databases", documents));
        } else if (scripts.size() == 1) {
            console.script(scripts.values().iterator().next());
        } else {
            scripts.forEach((name, script) -> save(folder.resolve(name + ".sql"), script));
        }
        return Retort.DONE;
    }

    private static String script(Workspace workspace, Function<Workspace, String> writer) {
        try {
            return writer.apply(workspace);
        } catch (RetortException e) {
            throw new RetortException(
                    "Database '%s': %s".formatted(DatabaseCommand.name(workspace), e.getMessage()), e.hint(), e);
        }
    }

    private void save(Path file, String script) {
        try {
            // Not a temporary file of the JDK, which nobody else may read whatever the umask says.
            Path half = file.resolveSibling(".%s-%d.tmp".formatted(file.getFileName(), System.nanoTime()));
            try {
                Files.writeString(half, script, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write '%s': %s".formatted(file, RetortException.reason(e)),
                    "check that the folder may be written",
                    e);
        }
        console.result("Generating " + file + " ...  done");
    }
}
