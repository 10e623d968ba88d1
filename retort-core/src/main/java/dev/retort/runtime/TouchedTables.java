package dev.retort.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PrintedDialect;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionHeader;
import dev.retort.schema.QualifiedName;
import dev.retort.script.RevisionCode;
import dev.retort.script.SqlRevision;
import dev.retort.script.SqlSection;

/** Finds the tables that the upgrades of revisions change, as far as their operations say so. */
public final class TouchedTables {

    private final List<Dialect> dialects;
    private final RevisionLoader loader;

    /**
     * Look at revisions.
     *
     * @param dialects the databases they may be for: one where it is known
     * @param loader gives their code
     */
    public TouchedTables(List<Dialect> dialects, RevisionLoader loader) {
        this.dialects = List.copyOf(dialects);
        this.loader = loader;
    }

    /**
     * A table that a revision changes.
     *
     * @param name its name, as people write it
     * @param key the same for two names that are the same to the database
     * @param operations what is done to it, in a few words each
     */
    public record Touched(QualifiedName name, QualifiedName key, List<String> operations) {

        public Touched {
            operations = List.copyOf(operations);
        }
    }

    /**
     * What one revision changes.
     *
     * @param tables the tables, as they come
     * @param unknown the steps of which it cannot be told, in a few words each
     */
    public record Found(List<Touched> tables, List<String> unknown) {

        public Found {
            tables = List.copyOf(tables);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * Look at {@code revisions}, and load no others. Nothing runs, and no database is asked; what cannot be loaded is unknown.
     *
     * @return what each touches, by its id
     */
    public Map<String, Found> of(List<RevisionHeader> revisions) {
        boolean prepared = !revisions.isEmpty() && areAllSound(revisions);
        Map<String, Found> found = new LinkedHashMap<>();
        for (RevisionHeader revision : revisions) {
            try {
                if (!prepared) {
                    loader.prepare(List.of(revision.id()));
                }
                found.put(revision.id(), look(revision, loader.code(revision.id())));
            } catch (RetortException e) {
                found.put(revision.id(), new Found(List.of(), List.of(words(e))));
            }
        }
        return found;
    }

    /** Where one is not, what is wrong with it is no matter of the others, and each has to be loaded for itself. */
    private boolean areAllSound(List<RevisionHeader> revisions) {
        try {
            loader.prepare(revisions.stream().map(RevisionHeader::id).toList());
            return true;
        } catch (RetortException e) {
            return false;
        }
    }

    /** Of several problems, the first is enough here. */
    private static String words(RetortException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.endsWith(" problems"))
                .findFirst()
                .orElse("");
    }

    private Found look(RevisionHeader revision, RevisionCode code) {
        Map<QualifiedName, Touched> tables = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> failures = new LinkedHashSet<>();
        boolean read = false;
        for (Dialect dialect : dialects) {
            if (dialects.size() > 1 && !isMeantFor(code, dialect)) {
                continue;
            }
            try {
                new RevisionOperations(dialect, loader)
                        .of(revision, code, true)
                        .forEach(located -> add(located.operation(), dialect, tables, unknown));
                read = true;
            } catch (RetortException e) {
                failures.add(words(e));
            }
        }
        if (!read) {
            unknown.addAll(failures);
        }
        return new Found(new ArrayList<>(tables.values()), new ArrayList<>(unknown));
    }

    /** Nobody needs a section for each database there is; for one that can only be printed, it has to be asked for. */
    private boolean isMeantFor(RevisionCode code, Dialect dialect) {
        if (!(code instanceof SqlRevision sql)) {
            return true;
        }
        Optional<SqlSection> section = sql.section(true, loader.database().name(), dialect.name());
        return section.isPresent()
                && (!(dialect instanceof PrintedDialect)
                        || section.get().dialect().isPresent());
    }

    private void add(Operation operation, Dialect dialect, Map<QualifiedName, Touched> tables, Set<String> unknown) {
        String sql = operation instanceof Execute execute ? execute.on(dialect.name()) : null;
        String words = sql == null ? operation.summary() : WrittenSql.shortened(sql);
        Optional<List<QualifiedName>> names = operation.accept(new OperationTables(dialect));
        if (names.isEmpty()) {
            unknown.add(words);
            return;
        }
        for (QualifiedName name : names.get()) {
            QualifiedName key = key(name, dialect);
            Touched before = tables.getOrDefault(key, new Touched(name, key, List.of()));
            Set<String> operations = new LinkedHashSet<>(before.operations());
            operations.add(words);
            tables.put(key, new Touched(before.name(), key, new ArrayList<>(operations)));
        }
    }

    private QualifiedName key(QualifiedName name, Dialect dialect) {
        String schema = name.schema();
        return QualifiedName.of(
                schema == null ? null : key(schema.substring(schema.lastIndexOf('.') + 1), dialect),
                key(name.name(), dialect));
    }

    /** A database that keeps names as they are written may take no notice of case. */
    private String key(String name, Dialect dialect) {
        boolean folds = dialect.names().readUnquoted("A").equals(dialect.names().readUnquoted("a"));
        return dialects.size() == 1 && folds
                ? dialect.names().tableKey(name)
                : dialect.names().catalog(name).toLowerCase(Locale.ROOT);
    }
}
