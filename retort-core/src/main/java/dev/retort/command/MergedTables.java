package dev.retort.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.retort.RetortException;
import dev.retort.config.Setting;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.PrintedDialect;
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
     * @param table its name, as a revision writes it
     * @param changes the changes that not all branches share, earlier ones first
     */
    public record SharedTable(String table, List<Change> changes) {

        public SharedTable {
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
    private record Found(String table, Change change, Set<String> branches) {}

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
        for (List<Found> found : byTable.values()) {
            if (apart(found)) {
                shared.add(new SharedTable(
                        found.get(0).table(), found.stream().map(Found::change).toList()));
            }
        }
        return new Overlap(shared, unknown);
    }

    private static void look(
            Workspace workspace, MergeSides sides, Map<String, List<Found>> byTable, List<Change> unknown) {
        Map<String, TouchedTables> touched = touched(workspace, sides, unknown);
        String database =
                workspace.choice().name() == null ? "" : workspace.choice().name() + ": ";
        for (int i = 0; i < sides.revisions().size(); i++) {
            String id = sides.revisions().get(i).id();
            TouchedTables tables = touched.get(id);
            if (tables == null) {
                continue;
            }
            Set<String> branches = sides.needing().get(i);
            tables.tables()
                    .forEach((table, operations) -> byTable.computeIfAbsent(
                                    database + table.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                            .add(new Found(database + table, new Change(id, new ArrayList<>(operations)), branches)));
            if (!tables.unknown().isEmpty()) {
                unknown.add(new Change(id, tables.unknown()));
            }
        }
    }

    /** What cannot be loaded is no reason not to merge. */
    private static Map<String, TouchedTables> touched(Workspace workspace, MergeSides sides, List<Change> unknown) {
        if (sides.revisions().isEmpty()) {
            return Map.of();
        }
        try {
            return TouchedTables.of(
                    sides.revisions(), dialects(workspace), workspace.runs().loader());
        } catch (RetortException e) {
            for (var revision : sides.revisions()) {
                unknown.add(new Change(revision.id(), List.of(firstLine(e))));
            }
            return Map.of();
        }
    }

    private static String firstLine(RetortException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Without a URL, revisions may be for any database that they run on. */
    private static List<Dialect> dialects(Workspace workspace) {
        Optional<String> url = workspace.settings().get(Setting.URL);
        return url.isPresent()
                ? List.of(Dialects.offline(url.get()))
                : Dialects.all().stream()
                        .map(DialectProvider::offline)
                        .filter(dialect -> !(dialect instanceof PrintedDialect))
                        .toList();
    }

    /** Tell whether two of the changes are on branches of which neither has both. */
    private static boolean apart(List<Found> found) {
        Set<Set<String>> branches = new LinkedHashSet<>();
        found.forEach(one -> branches.add(one.branches()));
        for (Set<String> one : branches) {
            for (Set<String> other : branches) {
                if (!one.containsAll(other) && !other.containsAll(one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
