package dev.retort.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RevisionHeader;

/**
 * What the head of one revision file says.
 *
 * @param line the line that names the id
 * @param className the class of a Java revision with its package; empty for SQL
 */
record FileHeader(
        String id,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        String message,
        @Nullable String created,
        int line,
        String className) {

    FileHeader {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    RevisionHeader at(String file) {
        return new RevisionHeader(id, downRevisions, branchLabels, dependsOn, message, created, file + ":" + line);
    }
}
