package dev.retort.diff;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialect;
import dev.retort.diff.Draft.Phase;
import dev.retort.diff.ObjectFilter.Candidate;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;

/**
 * What every comparator needs: the database's idea of sameness, a person's filters, and where to put what is found.
 *
 * @param dialect whose rules hold
 * @param options what a person changed about the comparison
 * @param draft where operations and notes are gathered
 */
record Comparison(Dialect dialect, DiffOptions options, Draft draft) {

    Comparison(Dialect dialect, DiffOptions options) {
        this(dialect, options, new Draft());
    }

    void add(Phase phase, Operation operation) {
        draft.add(phase, operation);
    }

    void note(String note) {
        draft.note(note);
    }

    String key(QualifiedName name) {
        String schema = name.schema();
        return (schema == null ? "" : dialect.names().tableKey(schema))
                + '\0'
                + dialect.names().tableKey(name.name());
    }

    String key(String name) {
        return dialect.names().columnKey(name);
    }

    List<String> keys(List<String> names) {
        return names.stream().map(this::key).toList();
    }

    boolean sameExpression(String actual, Wanted<String> desired) {
        return dialect.types().sameExpression(actual, desired.stored())
                || dialect.types().sameExpression(actual, desired.written());
    }

    /** Tell whether no person chose this name. */
    boolean isImplicit(@Nullable String name) {
        return name == null || options.implicitName().test(name);
    }

    boolean sees(ObjectKind kind, QualifiedName table, @Nullable String name) {
        return options.includeName().includes(kind, table, name);
    }

    boolean includesActual(ObjectKind kind, QualifiedName table, @Nullable String name, Object actual) {
        return options.includeObject().includes(new Candidate(kind, table, name, actual, null));
    }

    boolean includesDesired(
            ObjectKind kind, QualifiedName table, @Nullable String name, Object desired, @Nullable Object actual) {
        return options.includeObject().includes(new Candidate(kind, table, name, actual, desired));
    }
}
