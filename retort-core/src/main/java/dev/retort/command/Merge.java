package dev.retort.command;

import java.util.List;
import java.util.Optional;

import dev.retort.revision.Placement;
import dev.retort.revision.PlacementRequest;
import dev.retort.script.NewRevision;

/** The command {@code merge}: a revision that joins several heads. */
public final class Merge {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Merge(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Write a merge revision.
     *
     * @param revisions identifiers of its parents
     * @param id its id, or nothing for a random one
     * @param message what it does, or nothing for a sentence about its parents
     * @param splice whether a parent may be a revision that is not a head
     * @param branchLabels labels it declares
     */
    public WrittenRevision run(
            List<String> revisions,
            Optional<String> id,
            Optional<String> message,
            boolean splice,
            List<String> branchLabels) {
        workspace.scripts();
        String name = id.orElseGet(NewRevision::generateId);
        Placement place =
                workspace.graph().place(new PlacementRequest(name, revisions, splice, branchLabels, List.of()));
        String words = message.orElse("merge " + String.join(" and ", place.downRevisions()));
        NewRevision revision = NewRevision.of(name, Optional.of(words), place.downRevisions())
                .withLinks(place.branchLabels(), place.dependsOn());
        return workspace.write(revision, List.of(), List.of());
    }
}
