package dev.retort.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Hold the whole history; built from headers alone. */
public final class RevisionGraph {

    private RevisionGraph() {}

    /**
     * Build the graph.
     *
     * @throws BrokenGraphException with every problem of the headers
     */
    public static RevisionGraph of(Collection<RevisionHeader> headers) {
        return Optional.<RevisionGraph>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Find a revision by its full id; throws when no file has it. */
    public RevisionHeader get(String id) {
        return Optional.<RevisionHeader>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List all revisions by id. */
    public List<RevisionHeader> revisions() {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Tell what the graph knows about the revision with this full id. */
    public RevisionDetail detail(String id) {
        return Optional.<RevisionDetail>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the revisions nobody names as a parent (Alembic's {@code heads} command). */
    public List<RevisionHeader> heads() {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the revisions nobody names as a parent or depends on ({@code heads --resolve-dependencies}). */
    public List<RevisionHeader> realHeads() {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the revisions without parents. */
    public List<RevisionHeader> bases() {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the revisions without parents and dependencies. */
    public List<RevisionHeader> realBases() {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the branch points, newest first. */
    public List<RevisionHeader> branches() {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Resolve what {@code show}, {@code edit} and {@code --head} name; {@code base} gives nothing. */
    public List<RevisionHeader> find(String identifier, Collection<String> rows) {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Plan an upgrade. */
    public Plan upgrade(String target, Collection<String> rows) {
        return Optional.<Plan>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Plan a downgrade. */
    public Plan downgrade(String target, Collection<String> rows, boolean cascade) {
        return Optional.<Plan>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Plan a stamp; with {@code purge} the rows may hold anything and are all replaced. */
    public Plan stamp(List<String> targets, Collection<String> rows, boolean purge) {
        return Optional.<Plan>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Read the argument of {@code upgrade --sql}: {@code target}, {@code start:target}. */
    public OfflineRange offlineUpgrade(String argument) {
        return Optional.<OfflineRange>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Read the argument of {@code downgrade --sql}: {@code start:target}. */
    public OfflineRange offlineDowngrade(String argument) {
        return Optional.<OfflineRange>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Read the arguments of {@code stamp --sql}. */
    public OfflineRange offlineStamp(List<String> arguments) {
        return Optional.<OfflineRange>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the history newest first; {@code range} is {@code a:b}, {@code a:}, {@code :b}, or {@code null} for all. */
    public List<RevisionHeader> history(@Nullable String range, Collection<String> rows) {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Tell whether {@code range} speaks of the database ({@code current}, {@code :+2}), so that its rows are needed. */
    public static boolean historyNeedsRows(@Nullable String range) {
        return Optional.<Boolean>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the applied heads: what {@code current} prints. */
    public List<RevisionHeader> current(Collection<String> rows) {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** List the real heads that are not applied; empty means the database is at head. */
    public List<RevisionHeader> missingHeads(Collection<String> rows) {
        return Optional.<List<RevisionHeader>>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Find the parents and dependencies of a new revision, for {@code revision} and {@code merge}. */
    public Placement place(PlacementRequest request) {
        return Optional.<Placement>empty().orElseThrow(UnsupportedOperationException::new);
    }
}
