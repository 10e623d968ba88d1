package dev.retort.cli;

import java.nio.file.Path;

import dev.retort.command.WrittenRevision;
import dev.retort.script.HookResult;

/** What {@code revision} and {@code merge} share: what the new file says, and how it is reported. */
final class NewFileOptions {

    final Option message;
    final Option splice;
    final Option branchLabels;
    final Option id;

    NewFileOptions(Syntax syntax) {
        message = syntax.value("-m --message", "MESSAGE", "What the revision does, in a few words.");
        splice = syntax.flag("--splice", "Allow a parent that is not a head.");
        branchLabels = syntax.values("--branch-label", "LABEL", "Name the branch that begins here.");
        id = syntax.value("--rev-id", "ID", "Use this id instead of a random one.");
    }

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
        for (Path folder : written.folders()) {
            console.result("Creating directory " + folder + " ...  done");
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
