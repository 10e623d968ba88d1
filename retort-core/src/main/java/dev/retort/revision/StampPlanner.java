package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.retort.revision.RowChange.Delete;
import dev.retort.revision.RowChange.Insert;
import dev.retort.revision.RowChange.Update;

/** Plans what a stamp writes into the version table. */
final class StampPlanner {

    private final GraphIndex index;
    private final Identifiers identifiers;

    StampPlanner(GraphIndex index) {
        this.index = index;
        this.identifiers = new Identifiers(index);
    }

    /** Plan to forget all rows, whatever they hold, and to write the targets. */
    Plan purge(List<String> targets, Collection<String> rows) {
        List<PlanStep> steps = new ArrayList<>();
        Set<Integer> destinations = destinations(targets);
        if (!rows.isEmpty()) {
            List<String> all = List.copyOf(new TreeSet<>(rows));
            steps.add(step(all, List.of(), all.stream().map(Delete::new).toList()));
        }
        destinations.forEach(destination -> steps.add(insert(destination)));
        return new Plan(steps);
    }

    Plan plan(List<String> targets, Collection<String> rowIds) {
        Set<Integer> destinations = destinations(targets);
        List<Integer> rows = identifiers.rows(rowIds);
        List<Integer> leaving = new ArrayList<>(rows);
        BitSet concerned = concerned(targets, destinations, rows);
        leaving.removeIf(row -> !concerned.get(row) || destinations.contains(row));
        List<PlanStep> steps = new ArrayList<>();
        for (int destination : destinations) {
            if (!rows.contains(destination)) {
                steps.add(move(destination, leaving));
            }
        }
        for (int row : leaving) {
            steps.add(step(List.of(index.id(row)), List.of(), List.of(new Delete(index.id(row)))));
        }
        return new Plan(steps);
    }

    /** Put a destination in the place of those leaving rows that are in one line with it. */
    private PlanStep move(int destination, List<Integer> leaving) {
        BitSet line = index.lineage(destination, index.needs, index.followers);
        List<Integer> from = leaving.stream().filter(line::get).toList();
        if (from.isEmpty()) {
            return insert(destination);
        }
        leaving.removeAll(from);
        List<RowChange> changes = new ArrayList<>();
        for (int row : from.subList(0, from.size() - 1)) {
            changes.add(new Delete(index.id(row)));
        }
        changes.add(new Update(index.id(from.get(from.size() - 1)), index.id(destination)));
        return step(index.ids(from), List.of(index.id(destination)), changes);
    }

    private PlanStep insert(int destination) {
        String id = index.id(destination);
        return step(List.of(), List.of(id), List.of(new Insert(id)));
    }

    private Set<Integer> destinations(List<String> targets) {
        Set<Integer> destinations = new LinkedHashSet<>();
        for (String target : targets) {
            if (target.indexOf(':') >= 0 && index.byLabel(target) == null) {
                throw OfflineRanges.notOnline(target);
            }
            destinations.addAll(identifiers.absolute(target));
        }
        if (destinations.size() > 1) {
            UpgradePlanner.refuseOverlap(index, List.copyOf(destinations), "requested revisions");
        }
        return destinations;
    }

    /** Mark the rows that the targets speak of: those in one line with one of them, all of them for {@code base}. */
    private BitSet concerned(List<String> targets, Set<Integer> destinations, List<Integer> rows) {
        BitSet concerned = new BitSet();
        for (int destination : destinations) {
            concerned.or(index.lineage(destination, index.needs, index.followers));
        }
        for (String target : targets) {
            if (target.equals("base")) {
                rows.forEach(concerned::set);
            } else if (target.indexOf('@') >= 0) {
                int branch = identifiers.branch(target.substring(0, target.indexOf('@')));
                concerned.or(index.lineage(branch, index.needs, index.followers));
            }
        }
        return concerned;
    }

    private static PlanStep step(List<String> from, List<String> to, List<? extends RowChange> changes) {
        return new PlanStep(Direction.STAMP, null, from, to, List.copyOf(changes));
    }
}
