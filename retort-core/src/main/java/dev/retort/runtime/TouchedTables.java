package dev.retort.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionHeader;
import dev.retort.script.RevisionCode;

/**
 * The tables that the upgrade of a revision changes, as far as its operations say so.
 *
 * @param tables what is done to each, in a few words, by the table's name as the revision writes it
 * @param unknown the steps of which it cannot be told, in a few words each
 */
public record TouchedTables(Map<String, Set<String>> tables, List<String> unknown) {

    public TouchedTables {
        tables = Map.copyOf(tables);
        unknown = List.copyOf(unknown);
    }

    /**
     * Look at revisions, and load no others. Nothing runs, and no database is asked.
     *
     * @param revisions which ones
     * @param dialects the databases they may be for
     * @param loader gives their code
     * @return what each touches, by its id
     * @throws RetortException if they cannot be loaded
     */
    public static Map<String, TouchedTables> of(
            List<RevisionHeader> revisions, List<Dialect> dialects, RevisionLoader loader) {
        loader.prepare(revisions.stream().map(RevisionHeader::id).toList());
        Map<String, TouchedTables> touched = new LinkedHashMap<>();
        for (RevisionHeader revision : revisions) {
            RevisionCode code = loader.code(revision.id());
            Map<String, Set<String>> tables = new LinkedHashMap<>();
            Set<String> unknown = new LinkedHashSet<>();
            for (Dialect dialect : dialects) {
                try {
                    new RevisionOperations(dialect, loader)
                            .of(revision, code, true)
                            .forEach(located -> add(located.operation(), dialect, tables, unknown));
                } catch (RetortException e) {
                    unknown.add(String.valueOf(e.getMessage()));
                }
            }
            touched.put(revision.id(), new TouchedTables(tables, new ArrayList<>(unknown)));
        }
        return touched;
    }

    private static void add(
            Operation operation, Dialect dialect, Map<String, Set<String>> tables, Set<String> unknown) {
        String sql = operation instanceof Execute execute ? execute.on(dialect.name()) : null;
        String words = sql == null ? operation.summary() : WrittenSql.shortened(sql);
        Optional<List<String>> names = operation.accept(new OperationTables(dialect.name()));
        if (names.isEmpty()) {
            unknown.add(words);
        } else {
            names.get()
                    .forEach(name -> tables.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .add(words));
        }
    }
}
