package dev.retort.command;

import java.nio.file.Path;
import java.util.List;

import dev.retort.script.HookResult;

/**
 * A revision file that was written.
 *
 * @param id the revision's id
 * @param file where it is
 * @param folders the folder that was made for it, if it was not there
 * @param downRevisions the revisions it follows
 * @param operations what its upgrade does, in a few words each; empty where a person is to write it
 * @param notes what a person should know of it
 * @param hooks what the post-write hooks did
 */
public record WrittenRevision(
        String id,
        Path file,
        List<Path> folders,
        List<String> downRevisions,
        List<String> operations,
        List<String> notes,
        List<HookResult> hooks) {

    public WrittenRevision {
        folders = List.copyOf(folders);
        downRevisions = List.copyOf(downRevisions);
        operations = List.copyOf(operations);
        notes = List.copyOf(notes);
        hooks = List.copyOf(hooks);
    }
}
