package dev.retort.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.QualifiedName;

/**
 * Put rows into a table.
 *
 * @param table the table
 * @param rows column name to value, in order, all rows with the same columns; a value is {@code null}, a string, number,
 *     boolean, byte array, UUID, or a date or time of {@code java.time}
 */
public record BulkInsert(QualifiedName table, List<Map<String, @Nullable Object>> rows) implements Operation {

    public BulkInsert {
        var copies = new ArrayList<Map<String, @Nullable Object>>();
        rows.forEach(row -> copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(row))));
        rows = List.copyOf(copies);
    }

    @Override
    public Operation inverse() {
        throw new IrreversibleOperationException(
                "Cannot take back the rows put into '%s'".formatted(table),
                "delete them in downgrade() with execute(..)");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.bulkInsert(this);
    }

    @Override
    public String summary() {
        return "insert %d row%s into %s".formatted(rows.size(), rows.size() == 1 ? "" : "s", table);
    }
}
