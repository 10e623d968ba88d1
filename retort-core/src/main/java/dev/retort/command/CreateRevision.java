package dev.retort.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.config.RevisionFormat;
import dev.retort.config.Setting;
import dev.retort.diff.SchemaChanges;
import dev.retort.render.JavaRenderer;
import dev.retort.render.JavaSource;
import dev.retort.revision.Placement;
import dev.retort.revision.PlacementRequest;
import dev.retort.script.NewRevision;

/** The command {@code revision}: a new revision file, empty or from the difference to the model. */
public final class CreateRevision {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public CreateRevision(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What a new revision is to be.
     *
     * @param id its id, or nothing for a random one
     * @param message what it does, in a few words
     * @param head the identifier of its parent
     * @param splice whether the parent may be a revision that is not a head
     * @param branchLabels labels it declares
     * @param dependsOn identifiers of revisions it needs
     * @param versionPath the version location to write to, or nothing for the parent's
     */
    public record Request(
            Optional<String> id,
            Optional<String> message,
            String head,
            boolean splice,
            List<String> branchLabels,
            List<String> dependsOn,
            Optional<String> versionPath) {

        public Request {
            branchLabels = List.copyOf(branchLabels);
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** Write a revision whose code a person is to write. */
    public WrittenRevision empty(Request request) {
        return workspace.write(place(request), List.of(), List.of());
    }

    /**
     * Write a revision that makes the database follow the model.
     *
     * @return the file, or nothing where nothing differs and so nothing was written
     * @throws RetortException if the database is not at head, or either side cannot be read
     */
    public Optional<WrittenRevision> autogenerate(Request request) {
        NewRevision revision = place(request);
        ModelComparison.Found found = new ModelComparison(workspace).run();
        if (found.changes().isEmpty()) {
            return Optional.empty();
        }
        Difference difference = found.difference();
        return Optional.of(workspace.write(coded(revision, found), difference.summaries(), difference.notes()));
    }

    private NewRevision place(Request request) {
        String id = request.id().orElseGet(NewRevision::generateId);
        Placement place = workspace
                .graph()
                .place(new PlacementRequest(
                        id, List.of(request.head()), request.splice(), request.branchLabels(), request.dependsOn()));
        NewRevision revision = NewRevision.of(id, request.message(), place.downRevisions())
                .withLinks(place.branchLabels(), place.dependsOn());
        return request.versionPath()
                .map(path -> revision.withVersionPath(
                        workspace.settings().folder().resolve(Path.of(path)).normalize()))
                .orElse(revision);
    }

    private NewRevision coded(NewRevision revision, ModelComparison.Found found) {
        SchemaChanges changes = found.changes();
        if (workspace.settings().get(Setting.REVISION_FORMAT) == RevisionFormat.SQL) {
            SqlText text = SqlText.of(found);
            return revision.withCode(text.upgrade(), text.downgrade(), List.of());
        }
        JavaSource source = JavaRenderer.render(changes.upgrade(), changes.downgrade());
        return revision.withCode(source.upgrade(), source.downgrade(), source.imports());
    }
}
