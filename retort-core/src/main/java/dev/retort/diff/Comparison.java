package dev.retort.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialect;
import dev.retort.diff.Draft.Phase;
import dev.retort.diff.ObjectFilter.Candidate;
import dev.retort.operation.Operation;
import dev.retort.schema.Facet;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/**
 * What every comparator needs: the database's idea of sameness, a person's filters, and where to put what is found. It
 * asks the dialect only once about each name and pair of types, as large schemas repeat them.
 */
final class Comparison {

    private final Dialect dialect;
    private final DiffOptions options;
    private final Draft draft = new Draft();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<QualifiedName, String> tableKeys = new HashMap<>();
    private final Map<TypePair, Boolean> sameTypes = new HashMap<>();

    private record TypePair(SqlType actual, SqlType desired) {}

    Comparison(Dialect dialect, DiffOptions options) {
        this.dialect = dialect;
        this.options = options;
    }

    Dialect dialect() {
        return dialect;
    }

    DiffOptions options() {
        return options;
    }

    Draft draft() {
        return draft;
    }

    void add(Phase phase, Operation operation) {
        draft.add(phase, operation);
    }

    void note(String note) {
        draft.note(note);
    }

    String key(QualifiedName name) {
        return tableKeys.computeIfAbsent(name, this::tableKey);
    }

    private String tableKey(QualifiedName name) {
        String schema = name.schema();
        return (schema == null ? "" : dialect.names().tableKey(schema))
                + '\0'
                + dialect.names().tableKey(name.name());
    }

    String key(String name) {
        return keys.computeIfAbsent(name, dialect.names()::columnKey);
    }

    /** A named enum is the same by its name alone; its words are compared where the type itself is. */
    boolean sameType(SqlType actual, SqlType desired) {
        if (actual.equals(desired)) {
            return true;
        }
        if (actual instanceof SqlType.Array list && desired instanceof SqlType.Array otherList) {
            return sameType(list.element(), otherList.element());
        }
        if (actual instanceof SqlType.Enumeration type && desired instanceof SqlType.Enumeration otherType) {
            QualifiedName name = type.name();
            QualifiedName otherName = otherType.name();
            if (name != null && otherName != null) {
                return key(name).equals(key(otherName));
            }
        }
        return sameTypes.computeIfAbsent(
                new TypePair(actual, desired), pair -> dialect.types().same(pair.actual(), pair.desired()));
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

    /** Tell whether the desired schema has no words for {@code facet}. */
    boolean isUnsaid(Facet facet) {
        return options.unsaid().contains(facet);
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
