package dev.retort.testing;

import java.util.Comparator;
import java.util.List;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** Makes two schemas comparable that hold the same in another order. */
public final class SchemaOrder {

    private SchemaOrder() {}

    /** Put what has no order of its own into one. */
    public static List<Table> of(Schema schema) {
        return schema.tables().stream().map(SchemaOrder::inOrder).toList();
    }

    private static Table inOrder(Table table) {
        return new Table(
                table.name(),
                sorted(table.columns(), Comparator.comparing(Column::name)),
                table.primaryKey(),
                sorted(table.uniques(), Comparator.comparing(UniqueConstraint::toString)),
                sorted(table.foreignKeys(), Comparator.comparing(ForeignKey::toString)),
                sorted(table.checks(), Comparator.comparing(CheckConstraint::toString)),
                sorted(table.indexes(), Comparator.comparing(Index::toString)),
                table.comment(),
                table.initialRows());
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }
}
