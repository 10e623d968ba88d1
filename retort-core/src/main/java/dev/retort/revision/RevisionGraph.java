package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The whole history, built from headers alone.
 *
 * <p>Unchangeable, and safe to share between threads. Lists of revisions are ordered by id unless they are said to be
 * newest first. Methods that take identifiers throw {@link RefusedException} when one names nothing, or too much;
 * methods that take rows of the version table throw it when a row names a revision that no file has.
 */
public final class RevisionGraph {

    private final GraphIndex index;
    private final Identifiers identifiers;
    private volatile @Nullable Labels labels;

    private RevisionGraph(GraphIndex index) {
        this.index = index;
        this.identifiers = new Identifiers(index);
    }

    /**
     * Build the graph.
     *
     * @throws BrokenGraphException with everything that is wrong with the headers, when something is
     */
    public static RevisionGraph of(Collection<RevisionHeader> headers) {
        return new RevisionGraph(StructureCheck.index(List.copyOf(headers)));
    }

    /** Count the revisions. */
    public int size() {
        return index.size();
    }

    /** Find a revision by its full id. */
    public RevisionHeader get(String id) {
        return index.header(node(id));
    }

    /** List all revisions. */
    public List<RevisionHeader> revisions() {
        return index.headers(index.byId(
                new ArrayList<>(IntStream.range(0, index.size()).boxed().toList())));
    }

    /** Tell what the graph knows about the revision with this full id. */
    public RevisionDetail detail(String id) {
        int node = node(id);
        List<Integer> children = boxed(index.children.of(node));
        List<Integer> dependents = new ArrayList<>();
        for (int follower : index.followers.of(node)) {
            if (!index.downs.has(follower, node)) {
                dependents.add(follower);
            }
        }
        return new RevisionDetail(
                index.header(node),
                labels().of(node),
                index.ids(index.byId(children)),
                index.ids(index.byId(dependents)),
                children.isEmpty() && dependents.isEmpty(),
                children.isEmpty() && !dependents.isEmpty(),
                children.size() > 1,
                index.header(node).downRevisions().size() > 1);
    }

    /** List the revisions that none names as a parent: what the command {@code heads} shows. */
    public List<RevisionHeader> heads() {
        return index.headers(index.ends(index.children));
    }

    /** List the revisions that none names as a parent or depends on: what {@code heads --resolve-dependencies} shows. */
    public List<RevisionHeader> realHeads() {
        return index.headers(index.ends(index.followers));
    }

    /** List the heads that another revision depends on: they have no row once that one is applied. */
    public List<RevisionHeader> effectiveHeads() {
        List<Integer> heads = index.ends(index.children);
        heads.removeIf(head -> index.followers.count(head) == 0);
        return index.headers(heads);
    }

    /** List the revisions without a parent. */
    public List<RevisionHeader> bases() {
        return index.headers(index.ends(index.downs));
    }

    /** List the revisions without a parent and without dependencies. */
    public List<RevisionHeader> realBases() {
        List<Integer> bases = index.ends(index.downs);
        bases.removeIf(base -> index.dependencies.count(base) > 0);
        return index.headers(bases);
    }

    /** List the revisions that more than one names as a parent, newest first. */
    public List<RevisionHeader> branches() {
        return index.headers(IntStream.of(historian().all())
                .filter(node -> index.children.count(node) > 1)
                .toArray());
    }

    /**
     * Find what an argument of {@code show} or {@code edit} means.
     *
     * @param identifier an absolute identifier, {@code -N} or {@code label@-N} (from the heads), {@code current}
     * @param rows the rows of the version table, looked at for {@code current} only
     * @return the revisions; none for {@code base}
     */
    public List<RevisionHeader> find(String identifier, Collection<String> rows) {
        return index.headers(identifier.equals("current") ? identifiers.rows(rows) : identifiers.all(identifier));
    }

    /**
     * Plan an upgrade.
     *
     * @param target any identifier except {@code current}; {@code +N} counts from the rows
     * @param rows the rows of the version table
     */
    public Plan upgrade(String target, Collection<String> rows) {
        return new UpgradePlanner(index).plan(target, rows);
    }

    /**
     * Plan a downgrade.
     *
     * @param target any identifier except {@code current}; {@code -N} counts from the one row
     * @param rows the rows of the version table
     * @param cascade whether revisions of other branches may be reverted that depend on what is reverted
     */
    public Plan downgrade(String target, Collection<String> rows, boolean cascade) {
        return new DowngradePlanner(index).plan(target, rows, cascade);
    }

    /**
     * Tell whether to go up or down to come to {@code target}: down to the base, to an applied revision and by {@code -N},
     * otherwise up.
     *
     * @param target any identifier that {@link #upgrade} or {@link #downgrade} takes
     * @param rows the rows of the version table
     */
    public Direction direction(String target, Collection<String> rows) {
        Identifier identifier = identifiers.target(target);
        Integer steps = identifier.steps();
        if (identifier.fromRows() && steps != null) {
            return steps > 0 ? Direction.UPGRADE : Direction.DOWNGRADE;
        }
        boolean head = steps == null && List.of("head", "heads").contains(identifier.symbol());
        if (head || target.indexOf(':') >= 0) {
            return Direction.UPGRADE;
        }
        List<Integer> targets = new UpgradePlanner(index).targets(target, List.of(), false);
        BitSet applied = Reach.down(index.needs, identifiers.rows(rows));
        return targets.stream().allMatch(applied::get) ? Direction.DOWNGRADE : Direction.UPGRADE;
    }

    /**
     * Plan a stamp.
     *
     * @param targets absolute identifiers, of which none may need another
     * @param rows the rows of the version table; with {@code purge} they may hold anything
     * @param purge whether to begin by removing all rows
     */
    public Plan stamp(List<String> targets, Collection<String> rows, boolean purge) {
        StampPlanner planner = new StampPlanner(index);
        return purge ? planner.purge(targets, rows) : planner.plan(targets, rows);
    }

    /** Read the argument of {@code upgrade --sql}: {@code target} or {@code start:target}. */
    public OfflineRange offlineUpgrade(String argument) {
        return new OfflineRanges(index).upgrade(argument);
    }

    /** Read the argument of {@code downgrade --sql}: {@code start:target}. */
    public OfflineRange offlineDowngrade(String argument) {
        return new OfflineRanges(index).downgrade(argument);
    }

    /** Read the arguments of {@code stamp --sql}: each {@code target} or {@code start:target}, one start in all. */
    public OfflineRange offlineStamp(List<String> arguments) {
        return new OfflineRanges(index).stamp(arguments);
    }

    /**
     * List the history, newest first.
     *
     * @param range {@code start:end}, {@code start:}, {@code :end}, or {@code null} for all; both ends are shown
     * @param rows the rows of the version table, looked at when {@link #historyNeedsRows} says so
     */
    public List<RevisionHeader> history(@Nullable String range, Collection<String> rows) {
        HistoryPlanner planner = historian();
        return index.headers(
                range == null
                        ? planner.all()
                        : planner.range(range, historyNeedsRows(range) ? identifiers.rows(rows) : List.of()));
    }

    /** Tell whether {@code range} speaks of the database by the word {@code current}. */
    public static boolean historyNeedsRows(@Nullable String range) {
        return HistoryPlanner.needsRows(range);
    }

    /** List the applied revisions that no applied one names as a parent: what {@code current} shows. */
    public List<RevisionHeader> current(Collection<String> rows) {
        return index.headers(HistoryPlanner.tips(index, Reach.down(index.needs, identifiers.rows(rows))));
    }

    /** List the heads that must have a row and have none; nothing is missing when the database is at head. */
    public List<RevisionHeader> missingHeads(Collection<String> rows) {
        TreeSet<Integer> applied = new TreeSet<>(identifiers.rows(rows));
        List<Integer> heads = index.ends(index.followers);
        heads.removeIf(applied::contains);
        return index.headers(heads);
    }

    /** Find the parents and dependencies of a new revision, for {@code revision} and {@code merge}. */
    public Placement place(PlacementRequest request) {
        return new Placer(index).place(request);
    }

    /**
     * Find which revision gets another parent for the branch of {@code revision} to stand upon {@code onto}.
     *
     * @param revision an absolute identifier of one revision of the branch
     * @param onto an absolute identifier of the revision to put it upon
     */
    public Rebase rebase(String revision, String onto) {
        return new RebasePlanner(index).plan(revision, onto);
    }

    /**
     * Refuse a rebase of what is applied.
     *
     * @param rebase what {@link #rebase} found
     * @param rows the rows of a version table
     */
    public void refuseApplied(Rebase rebase, Collection<String> rows) {
        new RebasePlanner(index).refuseApplied(rebase, rows);
    }

    /**
     * Find what each of {@code ids} has, below it or by dependency, that not all of them have.
     *
     * @param ids full ids
     */
    public MergeSides sides(List<String> ids) {
        return MergeSides.of(index, ids.stream().map(this::node).toList());
    }

    private HistoryPlanner historian() {
        return new HistoryPlanner(index, labels());
    }

    private Labels labels() {
        Labels known = labels;
        if (known == null) {
            known = Labels.of(index);
            labels = known;
        }
        return requireNonNull(known);
    }

    private int node(String id) {
        return identifiers.exact(id);
    }

    private static List<Integer> boxed(int[] nodes) {
        List<Integer> list = new ArrayList<>(nodes.length);
        for (int node : nodes) {
            list.add(node);
        }
        return list;
    }
}
