package dev.retort.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

/**
 * A desired table and its twin for the scratch schema, whose checks and indexes have names by which they are found again.
 */
final class TableTwin {

    private final Table desired;
    private final Table table;

    /**
     * Make the twin.
     *
     * @param desired the table that is wanted
     * @param enums the types that stand in the scratch schema, whatever schema they are meant for
     * @param number tells its indexes from those of the other twins
     */
    TableTwin(Table desired, List<EnumType> enums, int number) {
        this.desired = desired;
        QualifiedName alone = QualifiedName.of(desired.name().name());
        var columns = new ArrayList<Column>();
        desired.columns()
                .forEach(column ->
                        columns.add(column.type(inScratch(column.type(), enums)).comment(null)));
        var checks = new ArrayList<CheckConstraint>();
        desired.checks().forEach(check -> checks.add(check.named("retort_check_" + checks.size())));
        var indexes = new ArrayList<Index>();
        for (Index index : desired.indexes()) {
            indexes.add(named(index, "retort_index_" + number + "_" + indexes.size(), alone));
        }
        var key = desired.primaryKey() == null ? null : desired.primaryKey().named("retort_key_" + number);
        this.table = new Table(alone, columns, key, List.of(), List.of(), checks, indexes, null, List.of());
    }

    Table table() {
        return table;
    }

    private static SqlType inScratch(SqlType type, List<EnumType> enums) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(inScratch(array.element(), enums));
        }
        if (type instanceof SqlType.Enumeration enumeration
                && enums.stream().anyMatch(each -> each.name().equals(enumeration.name()))
                && enumeration.name() != null) {
            return new SqlType.Enumeration(QualifiedName.of(enumeration.name().name()), enumeration.values());
        }
        return type;
    }

    /** Describe the desired table with types, defaults and expressions as the catalog shows them for the twin. */
    Table asStored(Table stored, Names names) {
        Map<String, Column> columns = new HashMap<>();
        stored.columns().forEach(column -> columns.put(names.columnKey(column.name()), column));
        Map<@Nullable String, CheckConstraint> checks = new HashMap<>();
        stored.checks().forEach(check -> checks.put(check.name(), check));
        Map<String, Index> indexes = new HashMap<>();
        stored.indexes().forEach(index -> indexes.put(index.name(), index));
        var newColumns = desired.columns().stream()
                .map(column -> asStored(column, columns.getOrDefault(names.columnKey(column.name()), column)))
                .toList();
        var newChecks = new ArrayList<CheckConstraint>();
        for (int at = 0; at < desired.checks().size(); at++) {
            newChecks.add(asStored(
                    desired.checks().get(at), checks.get(table.checks().get(at).name())));
        }
        var newIndexes = new ArrayList<Index>();
        for (int at = 0; at < desired.indexes().size(); at++) {
            newIndexes.add(asStored(
                    desired.indexes().get(at),
                    indexes.get(table.indexes().get(at).name())));
        }
        return desired.withColumns(newColumns).withChecks(newChecks).withIndexes(newIndexes);
    }

    private static Column asStored(Column wanted, Column stored) {
        return stored.named(wanted.name())
                .type(isEnum(wanted.type()) ? nameOnly(wanted.type()) : stored.type())
                .comment(wanted.comment());
    }

    private static boolean isEnum(SqlType type) {
        return type instanceof SqlType.Array array
                ? isEnum(array.element())
                : type instanceof SqlType.Enumeration enumeration && enumeration.name() != null;
    }

    private static SqlType nameOnly(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(nameOnly(array.element()));
        }
        return type instanceof SqlType.Enumeration enumeration
                ? new SqlType.Enumeration(enumeration.name(), List.of())
                : type;
    }

    private static CheckConstraint asStored(CheckConstraint wanted, @Nullable CheckConstraint stored) {
        return stored == null ? wanted : new CheckConstraint(wanted.name(), stored.expression(), wanted.unvalidated());
    }

    private static Index asStored(Index wanted, @Nullable Index stored) {
        return stored == null ? wanted : named(stored, wanted.name(), wanted.table());
    }

    private static Index named(Index index, String name, QualifiedName table) {
        return index.named(name).on(table);
    }
}
