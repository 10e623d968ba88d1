package dev.retort.revision;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** placeholder. */
public final class RevisionGraph {

    private RevisionGraph() {}

    /**
     * Build the graph.
     *
     * @throws BrokenGraphException with every problem of the headers
     */
    public static RevisionGraph of(Collection<RevisionHeader> headers) {
        throw todo();
    }

    /** Find a revision by its full id; throws when no file has it. */
    public RevisionHeader get(String id) {
        throw todo();
    }

    /** List all revisions by id. */
    public List<RevisionHeader> revisions() {
        throw todo();
    }

    /** Tell what the graph knows about the revision with this full id. */
    public RevisionDetail detail(String id) {
        throw todo();
    }

    /** List the revisions nobody names as a parent (Alembic's {@code heads} command). */
    public List<RevisionHeader> heads() {
        throw todo();
    }

    /** List the revisions nobody names as a parent or depends on ({@code heads --resolve-dependencies}). */
    public List<RevisionHeader> realHeads() {
        throw todo();
    }

    /** List the revisions without parents. */
    public List<RevisionHeader> bases() {
        throw todo();
    }

    /** List the revisions without parents and dependencies. */
    public List<RevisionHeader> realBases() {
        throw todo();
    }

    /** List the branch points, newest first. */
    public List<RevisionHeader> branches() {
        throw todo();
    }

    /** Resolve what {@code show}, {@code edit} and {@code --head} name; {@code base} gives nothing. */
    public List<RevisionHeader> find(String identifier, Collection<String> rows) {
        throw todo();
    }

    /** Plan an upgrade. */
    public Plan upgrade(String target, Collection<String> rows) {
        throw todo();
    }

    /** Plan a downgrade. */
    public Plan downgrade(String target, Collection<String> rows, boolean cascade) {
        throw todo();
    }

    /** Plan a stamp; with {@code purge} the rows may hold anything and are all replaced. */
    public Plan stamp(List<String> targets, Collection<String> rows, boolean purge) {
        throw todo();
    }

    /** Read the argument of {@code upgrade --sql}: {@code target}, {@code start:target}. */
    public OfflineRange offlineUpgrade(String argument) {
        throw todo();
    }

    /** Read the argument of {@code downgrade --sql}: {@code start:target}. */
    public OfflineRange offlineDowngrade(String argument) {
        throw todo();
    }

    /** Read the arguments of {@code stamp --sql}. */
    public OfflineRange offlineStamp(List<String> arguments) {
        throw todo();
    }

    /** List the history newest first; {@code range} is {@code a:b}, {@code a:}, {@code :b}, or {@code null} for all. */
    public List<RevisionHeader> history(@Nullable String range, Collection<String> rows) {
        throw todo();
    }

    /** Tell whether {@code range} speaks of the database ({@code current}, {@code :+2}), so that its rows are needed. */
    public static boolean historyNeedsRows(@Nullable String range) {
        throw todo();
    }

    /** List the applied heads: what {@code current} prints. */
    public List<RevisionHeader> current(Collection<String> rows) {
        throw todo();
    }

    /** List the real heads that are not applied; empty means the database is at head. */
    public List<RevisionHeader> missingHeads(Collection<String> rows) {
        throw todo();
    }

    /** Find the parents and dependencies of a new revision, for {@code revision} and {@code merge}. */
    public Placement place(PlacementRequest request) {
        throw todo();
    }

    private static UnsupportedOperationException todo() {
        return new UnsupportedOperationException("being built");
    }
}
