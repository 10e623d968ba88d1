package dev.retort.dialect.h2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the catalog says of constraints, by their schemas and names. */
final class H2Keys {

    private final Map<String, List<CatalogRow>> columns = new HashMap<>();
    private final Map<String, CatalogRow> references = new HashMap<>();
    private final Map<String, String> checks = new HashMap<>();

    H2Keys(List<CatalogRow> columnRows, List<CatalogRow> referenceRows, List<CatalogRow> checkRows) {
        columnRows.forEach(row ->
                columns.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        referenceRows.forEach(row -> references.put(key(row), row));
        checkRows.forEach(row -> checks.put(key(row), row.get("CHECK_CLAUSE")));
    }

    /** List the columns of a key, in order, as the catalog calls them. */
    List<String> columns(CatalogRow constraint) {
        return rows(key(constraint)).stream().map(row -> row.get("COLUMN_NAME")).toList();
    }

    /** Find the condition of a check. */
    Optional<String> check(CatalogRow constraint) {
        return Optional.ofNullable(checks.get(key(constraint)));
    }

    /** Find where a foreign key leads. */
    Optional<Reference> reference(CatalogRow constraint) {
        CatalogRow reference = references.get(key(constraint));
        if (reference == null) {
            return Optional.empty();
        }
        List<CatalogRow> target =
                rows(key(reference.get("UNIQUE_CONSTRAINT_SCHEMA"), reference.get("UNIQUE_CONSTRAINT_NAME")));
        if (target.isEmpty()) {
            return Optional.empty();
        }
        var targetColumns = new ArrayList<String>();
        for (CatalogRow column : rows(key(constraint))) {
            Integer position = column.integer("POSITION_IN_UNIQUE_CONSTRAINT");
            int index = position == null ? targetColumns.size() : position - 1;
            targetColumns.add(target.get(index).get("COLUMN_NAME"));
        }
        return Optional.of(new Reference(
                target.get(0).get("TABLE_SCHEMA"),
                target.get(0).get("TABLE_NAME"),
                targetColumns,
                reference.get("DELETE_RULE"),
                reference.get("UPDATE_RULE")));
    }

    private List<CatalogRow> rows(String key) {
        return columns.getOrDefault(key, List.of());
    }

    private static String key(CatalogRow row) {
        return key(row.get("CONSTRAINT_SCHEMA"), row.get("CONSTRAINT_NAME"));
    }

    private static String key(String schema, String name) {
        return schema + '\0' + name;
    }

    /** Where a foreign key leads, as the catalog calls it. */
    record Reference(String schema, String table, List<String> columns, String onDelete, String onUpdate) {}
}
