package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.retort.command.WrittenRevision;
import dev.retort.script.HookResult;

/** What {@code revision} and {@code merge} share: what the new file says, and how it is reported. */
final class NewFileOptions {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "What the revision does, in a few words.")
    @Nullable
    String message;

    @Option(names = "--splice", description = "Allow a parent that is not a head.")
    boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "Name the branch that begins here.")
    List<String> branchLabels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Use this id instead of a random one.")
    @Nullable
    String id;

    /** Describe the file that was written. */
    static Json document(WrittenRevision written) {
        return new Json()
                .put("revision", written.id())
                .put("path", written.file())
                .put("downRevisions", written.downRevisions())
                .put("operations", written.operations())
                .put("notes", written.notes());
    }

    /** Tell which file was written. */
    static int report(Console console, WrittenRevision written) {
        if (console.json()) {
            console.result(document(written));
            return Retort.DONE;
        }
        for (String note : written.notes()) {
            console.talk(note);
        }
        for (String operation : written.operations()) {
            console.talk("Detected: " + operation);
        }
        console.result("Generating " + written.file() + " ...  done");
        for (HookResult hook : written.hooks()) {
            console.talk("Ran post write hook '" + hook.name() + "'");
            if (!hook.output().isBlank()) {
                console.talk(hook.output().stripTrailing());
            }
        }
        return Retort.DONE;
    }
}
