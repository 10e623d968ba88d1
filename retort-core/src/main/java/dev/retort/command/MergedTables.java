package dev.retort.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.retort.config.Setting;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Dialects;
import dev.retort.revision.MergeSides;
import dev.retort.runtime.TouchedTables;

/** Finds the tables that several branches change, each for itself: what {@code merge} warns of. */
public final class MergedTables {

    private final List<Workspace> workspaces;

    /** Work on {@code workspaces}, of the same revisions, one for each database they are for. */
    public MergedTables(List<Workspace> workspaces) {
        this.workspaces = List.copyOf(workspaces);
    }

    /**
     * A change of a table.
     *
     * @param revision the revision that makes it
     * @param operations what it does to the table, in a few words each
     */
    public record Change(String revision, List<String> operations) {

        public Change {
            operations = List.copyOf(operations);
        }
    }

    /**
     * A table that at least two branches change.
     *
     * @param names its name, as people write it; where some revisions write a schema before it and others do not, both: these
     *     may be the same table
     * @param changes the changes that not all branches share, earlier ones first
     */
    public record SharedTable(List<String> names, List<Change> changes) {

        public SharedTable {
            names = List.copyOf(names);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What was found.
     *
     * @param tables the tables that at least two branches change, by name
     * @param unknown steps of the branches of which it cannot be told which tables they change
     */
    public record Overlap(List<SharedTable> tables, List<Change> unknown) {

        public Overlap {
            tables = List.copyOf(tables);
            unknown = List.copyOf(unknown);
        }
    }

    /** A change, and the branches that it is on. */
    private record Found(String name, @Nullable String schema, Change change, Set<String> branches) {}

    /**
     * Look at what the branches of {@code parents} have beyond what they all have; no other revision is loaded.
     *
     * @param parents ids of the revisions to be merged
     */
    public Overlap of(List<String> parents) {
        Map<String, List<Found>> byTable = new TreeMap<>();
        List<Change> unknown = new ArrayList<>();
        MergeSides sides = workspaces.get(0).graph().sides(parents);
        for (Workspace workspace : workspaces) {
            look(workspace, sides, byTable, unknown);
        }
        List<SharedTable> shared = new ArrayList<>();
        byTable.values().forEach(found -> compare(found, shared));
        return new Overlap(shared, unknown);
    }

    /** What cannot be loaded is no reason not to merge. */
    private static void look(
            Workspace workspace, MergeSides sides, Map<String, List<Found>> byTable, List<Change> unknown) {
        Map<String, TouchedTables.Found> touched =
                new TouchedTables(dialects(workspace), workspace.runs().loader()).of(sides.revisions());
        String database =
                workspace.choice().name() == null ? "" : workspace.choice().name() + ": ";
        for (int i = 0; i < sides.revisions().size(); i++) {
            String id = sides.revisions().get(i).id();
            Set<String> branches = sides.needing().get(i);
            TouchedTables.Found found = Objects.requireNonNull(touched.get(id), "every revision was looked at");
            for (TouchedTables.Touched table : found.tables()) {
                Change change = new Change(id, table.operations());
                byTable.computeIfAbsent(database + table.key().name(), key -> new ArrayList<>())
                        .add(new Found(database + table.name(), table.key().schema(), change, branches));
            }
            if (!found.unknown().isEmpty()) {
                unknown.add(new Change(id, found.unknown()));
            }
        }
    }

    /** Compare what is done to tables of one name. Where no schema is written, it is that of whoever is connected. */
    private static void compare(List<Found> all, List<SharedTable> shared) {
        List<Found> bare = all.stream().filter(one -> one.schema() == null).toList();
        Set<String> schemas = new TreeSet<>();
        all.stream().map(Found::schema).filter(Objects::nonNull).forEach(schemas::add);
        boolean told = false;
        for (String schema : schemas) {
            List<Found> own =
                    all.stream().filter(one -> schema.equals(one.schema())).toList();
            List<Found> perhaps = all.stream()
                    .filter(one -> one.schema() == null || schema.equals(one.schema()))
                    .toList();
            if (apart(own, perhaps)) {
                shared.add(table(perhaps));
                told = true;
            }
        }
        if (!told && apart(bare, bare)) {
            shared.add(table(bare));
        }
    }

    private static SharedTable table(List<Found> found) {
        Map<String, String> names = new TreeMap<>();
        found.forEach(one -> names.putIfAbsent(Objects.requireNonNullElse(one.schema(), ""), one.name()));
        return new SharedTable(
                List.copyOf(names.values()), found.stream().map(Found::change).toList());
    }

    /** Without a URL, revisions may be for any database that they run on. */
    private static List<Dialect> dialects(Workspace workspace) {
        Optional<String> url = workspace.settings().get(Setting.URL);
        return url.isPresent()
                ? List.of(Dialects.offline(url.get()))
                : Dialects.all().stream().map(DialectProvider::offline).toList();
    }

    /** Tell whether one of the changes and one of the others are on branches of which neither has both. */
    private static boolean apart(List<Found> changes, List<Found> others) {
        Set<Set<String>> otherBranches = branches(others);
        for (Set<String> one : branches(changes)) {
            for (Set<String> other : otherBranches) {
                if (!one.containsAll(other) && !other.containsAll(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<Set<String>> branches(List<Found> changes) {
        return changes.stream().map(Found::branches).collect(Collectors.toSet());
    }
}
