package dev.retort.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.diff.Draft.Phase;
import dev.retort.diff.TableOrder.Ordered;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/** Pairs tables by name; compares those of both schemas, makes those that are missing, drops those that nobody wants. */
final class TablesDiff {

    private static final int MOST_VIEWS = 5;

    private final Comparison comparison;
    private final Touched touched;
    private final ForeignKeyDiff foreignKeys;

    TablesDiff(Comparison comparison) {
        this.comparison = comparison;
        this.touched = new Touched(comparison);
        this.foreignKeys = new ForeignKeyDiff(comparison, touched);
    }

    /**
     * Compare all tables.
     *
     * @param normalized those of the desired tables whose stored form is known
     */
    void compare(Schema actual, Schema desired, Schema normalized) {
        Map<String, Table> remaining = byKey(actual.tables());
        Map<String, Table> stored = byKey(normalized.tables());
        var kept = new HashSet<String>();
        actual.kept().forEach(name -> kept.add(comparison.key(name)));
        var added = new ArrayList<Table>();
        for (Table table : desired.tables()) {
            String key = comparison.key(table.name());
            Table counterpart = remaining.remove(key);
            if (isIncluded(table, counterpart)) {
                if (counterpart == null && kept.contains(key)) {
                    comparison.note("Leaves '%s' alone: it is a view, or not a table that can be changed here"
                            .formatted(table.name()));
                } else if (counterpart == null) {
                    added.add(table);
                } else {
                    compare(counterpart, new Wanted<>(table, stored.getOrDefault(key, table)));
                }
            }
        }
        foreignKeys.standAside();
        List<Table> removed = remaining.values().stream()
                .filter(table -> !isKept(table, kept))
                .filter(table -> comparison.includesActual(
                        ObjectKind.TABLE, table.name(), table.name().name(), table))
                .toList();
        create(added);
        drop(removed, sharesName(removed));
        warnOfViews(actual);
    }

    /** Databases refuse to drop what a view needs, or drop it and leave a view that no longer works. */
    private void warnOfViews(Schema actual) {
        Map<String, Table> tables = byKey(actual.tables());
        List<String> others = actual.kept().stream()
                .filter(name -> !tables.containsKey(comparison.key(name)))
                .map(name -> "'" + name + "'")
                .toList();
        boolean drops = comparison.draft().operations().stream()
                .anyMatch(operation -> operation instanceof DropColumn || operation instanceof DropTable);
        if (drops && !others.isEmpty()) {
            comparison.note(
                    "Does not look into %s%s: a view that needs what is dropped must go first, and be made again"
                            .formatted(
                                    String.join(", ", others.subList(0, Math.min(others.size(), MOST_VIEWS))),
                                    others.size() > MOST_VIEWS
                                            ? " and %d more".formatted(others.size() - MOST_VIEWS)
                                            : ""));
        }
    }

    private boolean isKept(Table table, Set<String> kept) {
        boolean isKept = kept.contains(comparison.key(table.name()));
        if (isKept) {
            comparison.note("Keeps table '%s': it is partitioned or inherits, which a downgrade could not bring back"
                    .formatted(table.name()));
        }
        return isKept;
    }

    private boolean isIncluded(Table table, @Nullable Table counterpart) {
        return comparison.includesDesired(
                ObjectKind.TABLE, table.name(), table.name().name(), table, counterpart);
    }

    private Map<String, Table> byKey(List<Table> tables) {
        var byKey = new LinkedHashMap<String, Table>();
        tables.forEach(table -> byKey.put(comparison.key(table.name()), table));
        return byKey;
    }

    private void compare(Table actual, Wanted<Table> desired) {
        new ColumnDiff(comparison, touched, actual, desired).compare();
        new PrimaryKeyDiff(comparison, touched).compare(actual, desired.written());
        new KeyDiff(comparison, touched, actual, desired).compare();
        foreignKeys.compare(actual, desired.written());
        new CheckDiff(comparison, actual, desired).compare();
        new ExclusionDiff(comparison, touched).compare(actual, desired.written());
        CommentDiff.compare(actual, desired.written(), comparison);
    }

    private void create(List<Table> tables) {
        for (Ordered each : TableOrder.of(tables, comparison::key)) {
            var now = new ArrayList<ForeignKey>();
            for (ForeignKey foreignKey : each.table().foreignKeys()) {
                if (each.waiting().contains(foreignKey)
                        || touched.comesLater(foreignKey.target(), foreignKey.targetColumns())) {
                    comparison.add(
                            Phase.ADD_FOREIGN_KEYS,
                            new AddConstraint(each.table().name(), foreignKey));
                } else {
                    now.add(foreignKey);
                }
            }
            comparison.add(Phase.CREATE_TABLES, new CreateTable(each.table().withForeignKeys(now), false));
        }
    }

    private void drop(List<Table> tables, boolean early) {
        List<Ordered> order = new ArrayList<>(TableOrder.of(tables, comparison::key));
        Collections.reverse(order);
        for (Ordered each : order) {
            Table table = each.table();
            var last = new ArrayList<ForeignKey>();
            for (ForeignKey foreignKey : table.foreignKeys()) {
                if (each.waiting().contains(foreignKey)
                        || touched.blocks(foreignKey.target(), foreignKey.targetColumns())) {
                    comparison.add(
                            Phase.DROP_FOREIGN_KEYS,
                            new DropConstraint(
                                    table.name(), ConstraintKind.FOREIGN_KEY, foreignKey.name(), foreignKey));
                } else {
                    last.add(foreignKey);
                }
            }
            comparison.add(
                    early ? Phase.DROP_TABLES_EARLY : Phase.DROP_TABLES,
                    new DropTable(table.name(), table.withForeignKeys(last), false));
            comparison.note("Drops table '%s' and its rows".formatted(table.name()));
        }
    }

    /** Tell whether something to be made has the name of a constraint or index that goes with one of these tables. */
    private boolean sharesName(List<Table> removed) {
        if (removed.isEmpty()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        removed.forEach(table -> Draft.names(table).map(comparison::key).forEach(names::add));
        return comparison.draft().made().anyMatch(name -> names.contains(comparison.key(name)));
    }
}
