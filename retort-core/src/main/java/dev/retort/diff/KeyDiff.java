package dev.retort.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/**
 * Compares unique constraints and indexes together, for a unique constraint and a unique index of the same columns are
 * the same thing. A name that a person chose is held against names first; any other object is found by what it is.
 */
final class KeyDiff {

    private final Comparison comparison;
    private final Touched touched;
    private final Table actual;
    private final Wanted<Table> desired;
    private final KeyShapes shapes;
    private final List<Present> present = new ArrayList<>();
    private final List<Index> gone = new ArrayList<>();
    private final Map<String, Present> byName = new HashMap<>();
    private final Map<String, List<Present>> byShape = new HashMap<>();

    /** A unique constraint or index of the actual table, and whether the desired one has it too. */
    private static final class Present {
        private final TableElement element;
        private boolean isWanted;
        private boolean isReplaced;

        private Present(TableElement element) {
            this.element = element;
        }
    }

    KeyDiff(Comparison comparison, Touched touched, Table actual, Wanted<Table> desired) {
        this.comparison = comparison;
        this.touched = touched;
        this.actual = actual;
        this.desired = desired;
        this.shapes = new KeyShapes(comparison);
    }

    /** An index comes before the constraint that may use it, so that the way back drops them the other way round. */
    void compare() {
        actual.uniques().forEach(this::register);
        actual.indexes().forEach(this::register);
        var open = new ArrayList<Wanted<TableElement>>();
        for (Wanted<TableElement> wanted : wanted()) {
            if (!isSettledByName(wanted)) {
                open.add(wanted);
            }
        }
        var missing = new ArrayList<TableElement>();
        for (Wanted<TableElement> wanted : open) {
            if (!isSettledByShape(wanted)
                    && comparison.includesDesired(
                            kind(wanted.written()), actual.name(), name(wanted.written()), wanted.written(), null)) {
                missing.add(wanted.written());
            }
        }
        missing.stream().filter(Index.class::isInstance).forEach(this::create);
        missing.stream().filter(UniqueConstraint.class::isInstance).forEach(this::create);
        present.stream().filter(key -> !key.isWanted).map(key -> key.element).forEach(this::drop);
        present.stream().filter(key -> key.isWanted && !key.isReplaced).forEach(this::standAside);
        gone.forEach(
                index -> comparison.add(Phase.DROP_KEYS, new DropIndex(actual.name(), index.name(), index, false)));
    }

    /**
     * Take a unique constraint that stays away for a while, where it may use an index that goes, or carries a column that
     * goes: the database would drop it with the column.
     */
    private void standAside(Present key) {
        if (key.element instanceof UniqueConstraint unique) {
            List<String> carried = touched.staying(actual.name(), unique.include());
            boolean carriesLess = carried.size() < unique.include().size();
            if (carriesLess) {
                touched.keyMade(actual.name(), unique.columns());
                comparison.note(
                        "Makes unique constraint '%s' of '%s' again without the columns it carries that are dropped"
                                .formatted(unique.name(), actual.name()));
            }
            if (carriesLess || touched.mayHoldIndex(actual.name(), unique.columns())) {
                dropNow(unique);
                comparison.add(
                        Phase.ADD_KEYS,
                        new AddConstraint(actual.name(), unique.including(carried.toArray(String[]::new))));
            }
        }
    }

    private void register(TableElement element) {
        String name = name(element);
        if (!comparison.sees(kind(element), actual.name(), name)) {
            return;
        }
        var key = new Present(element);
        present.add(key);
        if (name != null) {
            byName.putIfAbsent(comparison.key(name), key);
        }
        byShape.computeIfAbsent(shapes.of(element), none -> new ArrayList<>()).add(key);
    }

    private List<Wanted<TableElement>> wanted() {
        var wanted = new ArrayList<Wanted<TableElement>>();
        desired.written().uniques().forEach(unique -> wanted.add(Wanted.of(unique)));
        var stored = new HashMap<String, Index>();
        desired.stored().indexes().forEach(index -> stored.put(comparison.key(index.name()), index));
        desired.written()
                .indexes()
                .forEach(index ->
                        wanted.add(new Wanted<>(index, stored.getOrDefault(comparison.key(index.name()), index))));
        return wanted;
    }

    private boolean isSettledByName(Wanted<TableElement> wanted) {
        String name = name(wanted.written());
        Present key = name == null ? null : byName.get(comparison.key(name));
        if (key == null || key.isWanted) {
            return false;
        }
        boolean same = shapes.same(key.element, wanted);
        if (!same && comparison.isImplicit(name)) {
            return false;
        }
        key.isWanted = true;
        if (!same
                && comparison.includesDesired(
                        kind(wanted.written()), actual.name(), name, wanted.written(), key.element)) {
            key.isReplaced = true;
            dropNow(key.element);
            create(wanted.written());
        }
        return true;
    }

    private boolean isSettledByShape(Wanted<TableElement> wanted) {
        boolean implicit = comparison.isImplicit(name(wanted.written()));
        boolean repeats = false;
        for (String shape : List.of(shapes.of(wanted.written()), shapes.of(wanted.stored()))) {
            for (Present key : byShape.getOrDefault(shape, List.of())) {
                boolean nameless = implicit || comparison.isImplicit(name(key.element));
                if (nameless && !key.isReplaced && shapes.same(key.element, wanted)) {
                    if (!key.isWanted) {
                        key.isWanted = true;
                        return true;
                    }
                    repeats = implicit;
                }
            }
        }
        return repeats;
    }

    private void create(TableElement element) {
        if (element instanceof UniqueConstraint unique) {
            comparison.add(Phase.ADD_KEYS, new AddConstraint(actual.name(), unique));
            becomesUnique(unique.columns());
        } else if (element instanceof Index index) {
            List<String> columns = index.parts().stream().map(IndexPart::text).toList();
            comparison.add(Phase.ADD_KEYS, new CreateIndex(index.on(actual.name()), false));
            touched.indexChanged(actual.name(), columns);
            if (index.isUnique()) {
                becomesUnique(columns);
            }
        }
    }

    private void becomesUnique(List<String> columns) {
        touched.keyMade(actual.name(), columns);
        comparison.note("Makes %s of '%s' unique: fails if two rows share a value".formatted(columns, actual.name()));
    }

    private void drop(TableElement element) {
        if (comparison.includesActual(kind(element), actual.name(), name(element), element)) {
            dropNow(element);
        }
    }

    private void dropNow(TableElement element) {
        if (element instanceof UniqueConstraint unique) {
            comparison.add(
                    Phase.DROP_KEYS, new DropConstraint(actual.name(), ConstraintKind.UNIQUE, unique.name(), unique));
            touched.keyGone(actual.name(), unique.columns());
        } else if (element instanceof Index index) {
            List<String> columns = index.parts().stream().map(IndexPart::text).toList();
            gone.add(index);
            touched.indexChanged(actual.name(), columns);
            if (index.isUnique()) {
                touched.keyGone(actual.name(), columns);
            }
        }
    }

    private static ObjectKind kind(TableElement element) {
        return element instanceof Index ? ObjectKind.INDEX : ObjectKind.UNIQUE_CONSTRAINT;
    }

    private static @Nullable String name(TableElement element) {
        if (element instanceof Index index) {
            return index.name();
        }
        return element instanceof UniqueConstraint unique ? unique.name() : null;
    }
}
