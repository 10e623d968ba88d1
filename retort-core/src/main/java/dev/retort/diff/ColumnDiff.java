package dev.retort.diff;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.diff.Draft.Phase;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropColumn;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;

/** Compares the columns of one table; what differs in one column becomes one operation. */
final class ColumnDiff {

    private final Comparison comparison;
    private final Touched touched;
    private final Table actual;
    private final Wanted<Table> desired;
    private final Set<String> actualKey;
    private final Set<String> desiredKey;

    ColumnDiff(Comparison comparison, Touched touched, Table actual, Wanted<Table> desired) {
        this.comparison = comparison;
        this.touched = touched;
        this.actual = actual;
        this.desired = desired;
        this.actualKey = keyColumns(actual);
        this.desiredKey = keyColumns(desired.written());
    }

    void compare() {
        Map<String, Column> remaining = byKey(actual);
        remaining.values().removeIf(column -> !comparison.sees(ObjectKind.COLUMN, actual.name(), column.name()));
        Map<String, Column> stored = byKey(desired.stored());
        for (Column column : desired.written().columns()) {
            String key = comparison.key(column.name());
            Column counterpart = remaining.remove(key);
            if (comparison.includesDesired(ObjectKind.COLUMN, actual.name(), column.name(), column, counterpart)) {
                if (counterpart == null) {
                    add(column);
                } else {
                    alter(counterpart, new Wanted<>(column, stored.getOrDefault(key, column)));
                }
            }
        }
        remaining.values().forEach(this::drop);
    }

    private Map<String, Column> byKey(Table table) {
        var columns = new LinkedHashMap<String, Column>();
        table.columns().forEach(column -> columns.put(comparison.key(column.name()), column));
        return columns;
    }

    private void add(Column column) {
        comparison.add(Phase.ADD_COLUMNS, new AddColumn(actual.name(), column));
        touched.added(actual.name(), column.name());
        if (!column.nullable()
                && column.defaultSql() == null
                && column.numbering() == null
                && column.generated() == null) {
            comparison.note("Adds NOT NULL column '%s' to existing table '%s' without a default: fails if it has rows"
                    .formatted(column.name(), actual.name()));
        }
    }

    private void drop(Column column) {
        if (comparison.includesActual(ObjectKind.COLUMN, actual.name(), column.name(), column)) {
            comparison.add(Phase.DROP_COLUMNS, new DropColumn(actual.name(), column.name(), column));
            touched.dropped(actual.name(), column.name());
            comparison.note("Drops column '%s.%s' and what it holds".formatted(actual.name(), column.name()));
        }
    }

    private void alter(Column before, Wanted<Column> wanted) {
        Column written = wanted.written();
        Column after = before;
        if (typeDiffers(before, wanted)) {
            after = after.type(written.type());
        }
        if (nullabilityDiffers(before, written)) {
            after = after.nullable(isNullable(written, desiredKey));
        }
        if (defaultDiffers(before, wanted)) {
            after = after.defaultSql(written.defaultSql());
        }
        if (!same(before.numbering(), written.numbering())
                && !same(before.numbering(), wanted.stored().numbering())) {
            after = after.numbering(written.numbering());
        }
        if (generationDiffers(before.generated(), wanted)) {
            after = after.generated(written.generated());
        }
        if (collationDiffers(before, wanted)) {
            after = after.collation(written.collation());
        }
        if (!CommentDiff.same(before.comment(), written.comment())) {
            after = after.comment(CommentDiff.nullIfEmpty(written.comment()));
        }
        if (!after.equals(before)) {
            comparison.add(Phase.ALTER_COLUMNS, AlterColumn.between(actual.name(), before, after));
            remember(before, after);
        }
    }

    private void remember(Column before, Column after) {
        boolean retyped = !before.type().equals(after.type());
        boolean tightened = before.nullable() && !after.nullable();
        if (retyped || tightened || !Objects.equals(before.collation(), after.collation())) {
            touched.altered(actual.name(), after.name());
        }
        if (tightened) {
            comparison.note("Makes column '%s.%s' NOT NULL: fails if a row holds no value"
                    .formatted(actual.name(), after.name()));
        }
        if (retyped && !Widening.isSafe(before.type(), after.type())) {
            comparison.note(
                    "Changes the type of column '%s.%s' from %s to %s: fails, or loses data, if a value does not fit"
                            .formatted(
                                    actual.name(),
                                    after.name(),
                                    comparison.dialect().types().spell(before.type()),
                                    comparison.dialect().types().spell(after.type())));
        }
    }

    private boolean typeDiffers(Column before, Wanted<Column> wanted) {
        return comparison
                .options()
                .compareType()
                .differ(actual.name(), before, wanted.written())
                .orElseGet(() -> !comparison.sameType(
                                before.type(), wanted.written().type())
                        && !comparison.sameType(before.type(), wanted.stored().type()));
    }

    private boolean nullabilityDiffers(Column before, Column after) {
        return after.generated() == null
                && isNullable(before, actualKey) != isNullable(after, desiredKey)
                && before.nullable() != isNullable(after, desiredKey);
    }

    /** A key column, or one that numbers rows, holds a value whatever its definition says. */
    private boolean isNullable(Column column, Set<String> keyColumns) {
        return column.nullable() && column.numbering() == null && !keyColumns.contains(comparison.key(column.name()));
    }

    private Set<String> keyColumns(Table table) {
        PrimaryKey key = table.primaryKey();
        return key == null ? Set.of() : new HashSet<>(comparison.keys(key.columns()));
    }

    private boolean defaultDiffers(Column before, Wanted<Column> wanted) {
        if (before.generated() != null || wanted.written().generated() != null) {
            return false;
        }
        var types = comparison.dialect().types();
        return comparison
                .options()
                .compareDefault()
                .differ(actual.name(), before, wanted.written())
                .orElseGet(() -> !isSameText(before, wanted.written())
                        && !types.sameDefault(before, wanted.written())
                        && !types.sameDefault(before, wanted.stored()));
    }

    private static boolean isSameText(Column before, Column written) {
        return Objects.equals(before.defaultSql(), written.defaultSql())
                && before.type().equals(written.type());
    }

    private static boolean same(@Nullable Identity before, @Nullable Identity after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        return before.always() == after.always()
                && orOne(before.start()) == orOne(after.start())
                && orOne(before.increment()) == orOne(after.increment());
    }

    private static long orOne(@Nullable Long number) {
        return number == null ? 1 : number;
    }

    private boolean generationDiffers(@Nullable Generated before, Wanted<Column> wanted) {
        Generated written = wanted.written().generated();
        if (before == null || written == null) {
            return before != null || written != null;
        }
        Generated stored = wanted.stored().generated();
        var expression =
                new Wanted<>(written.expression(), stored == null ? written.expression() : stored.expression());
        return before.stored() != written.stored() || !comparison.sameExpression(before.expression(), expression);
    }

    private static boolean collationDiffers(Column before, Wanted<Column> wanted) {
        String written = wanted.written().collation();
        String now = before.collation();
        return written != null
                && !written.equalsIgnoreCase(now)
                && !Objects.equals(now, wanted.stored().collation());
    }
}
