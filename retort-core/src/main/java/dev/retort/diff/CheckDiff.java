package dev.retort.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Table;

/** Compares conditions: one that a person named by its name, then its expression; any other by its expression. */
final class CheckDiff {

    private final Comparison comparison;
    private final Table actual;
    private final Wanted<Table> desired;
    private final Map<String, CheckConstraint> named = new LinkedHashMap<>();
    private final List<CheckConstraint> unnamed = new ArrayList<>();

    CheckDiff(Comparison comparison, Table actual, Wanted<Table> desired) {
        this.comparison = comparison;
        this.actual = actual;
        this.desired = desired;
    }

    void compare() {
        for (CheckConstraint check : actual.checks()) {
            if (comparison.sees(ObjectKind.CHECK_CONSTRAINT, actual.name(), check.name())) {
                String name = check.name();
                if (name == null || named.putIfAbsent(comparison.key(name), check) != null) {
                    unnamed.add(check);
                }
            }
        }
        var open = new ArrayList<Wanted<CheckConstraint>>();
        for (Wanted<CheckConstraint> check : wanted()) {
            CheckConstraint counterpart = takeNamed(check);
            if (counterpart == null) {
                open.add(check);
            } else {
                replace(counterpart, check);
            }
        }
        open.forEach(this::match);
        named.values().forEach(this::drop);
        unnamed.forEach(this::drop);
    }

    /** Pair what was written with what the database made of it: by place, as a check without a name has no other mark. */
    private List<Wanted<CheckConstraint>> wanted() {
        List<CheckConstraint> written = desired.written().checks();
        List<CheckConstraint> stored = desired.stored().checks();
        var pairs = new ArrayList<Wanted<CheckConstraint>>();
        for (int i = 0; i < written.size(); i++) {
            pairs.add(new Wanted<>(written.get(i), (stored.size() == written.size() ? stored : written).get(i)));
        }
        return pairs;
    }

    private @Nullable CheckConstraint takeNamed(Wanted<CheckConstraint> check) {
        String name = check.written().name();
        if (name == null) {
            return null;
        }
        CheckConstraint counterpart = named.get(comparison.key(name));
        boolean taken = counterpart != null && (!comparison.isImplicit(name) || same(counterpart, check));
        return taken ? named.remove(comparison.key(name)) : null;
    }

    private void match(Wanted<CheckConstraint> check) {
        boolean implicit = comparison.isImplicit(check.written().name());
        boolean found = take(unnamed, check) || (implicit && take(named.values(), check));
        if (!found
                && comparison.includesDesired(
                        ObjectKind.CHECK_CONSTRAINT,
                        actual.name(),
                        check.written().name(),
                        check.written(),
                        null)) {
            add(check);
            comparison.note("Adds check '%s' to '%s': fails if a row does not meet it"
                    .formatted(check.written().expression(), actual.name()));
        }
    }

    private boolean take(Iterable<CheckConstraint> candidates, Wanted<CheckConstraint> check) {
        for (var iterator = candidates.iterator(); iterator.hasNext(); ) {
            if (same(iterator.next(), check)) {
                iterator.remove();
                return true;
            }
        }
        return false;
    }

    private boolean same(CheckConstraint counterpart, Wanted<CheckConstraint> check) {
        return comparison.sameExpression(
                counterpart.expression(),
                new Wanted<>(check.written().expression(), check.stored().expression()));
    }

    private void replace(CheckConstraint counterpart, Wanted<CheckConstraint> check) {
        if (same(counterpart, check)) {
            return;
        }
        String name = check.written().name();
        if (comparison.includesDesired(
                ObjectKind.CHECK_CONSTRAINT, actual.name(), name, check.written(), counterpart)) {
            dropNow(counterpart);
            add(check);
            comparison.note("Changes check '%s' of '%s': fails if a row does not meet '%s'"
                    .formatted(name, actual.name(), check.written().expression()));
        }
    }

    /** The downgrade finds a check without a name by its expression, as the database will show it. */
    private void add(Wanted<CheckConstraint> check) {
        var shown = new CheckConstraint(
                check.written().name(),
                check.stored().expression(),
                check.written().unvalidated());
        comparison
                .draft()
                .add(
                        Phase.ADD_KEYS,
                        new AddConstraint(actual.name(), check.written()),
                        new DropConstraint(actual.name(), ConstraintKind.CHECK, shown.name(), shown));
    }

    private void drop(CheckConstraint check) {
        if (comparison.includesActual(ObjectKind.CHECK_CONSTRAINT, actual.name(), check.name(), check)) {
            dropNow(check);
        }
    }

    private void dropNow(CheckConstraint check) {
        comparison.add(Phase.DROP_KEYS, new DropConstraint(actual.name(), ConstraintKind.CHECK, check.name(), check));
    }
}
