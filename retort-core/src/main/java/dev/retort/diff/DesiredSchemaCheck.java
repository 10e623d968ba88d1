package dev.retort.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.retort.RetortException;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/** Refuses desired schemas that can only be mistakes. */
final class DesiredSchemaCheck {

    private static final int NAMED_AT_MOST = 5;

    private DesiredSchemaCheck() {}

    /**
     * Look for mistakes.
     *
     * @param desired what the model asks for
     * @param wanted what filters leave of it
     * @param present what filters leave of the actual schema
     */
    static void check(Schema desired, Schema wanted, Schema present, Comparison comparison) {
        if (desired.tables().isEmpty() && !present.tables().isEmpty()) {
            throw new RetortException(
                    "The model has no table, but the database has %d: %s"
                            .formatted(present.tables().size(), some(present.tables())),
                    "check that 'model' and 'class_path' lead to the entities; to drop everything, write the revision by hand");
        }
        var problems = new ArrayList<String>();
        Map<String, QualifiedName> tables = new HashMap<>();
        for (Table table : wanted.tables()) {
            QualifiedName twin = tables.put(comparison.key(table.name()), table.name());
            if (twin != null) {
                problems.add("tables '%s' and '%s'".formatted(twin, table.name()));
            }
            twins(table, comparison, problems);
        }
        if (!problems.isEmpty()) {
            throw new RetortException(
                    "The model has names that this database cannot tell apart: " + String.join(", ", problems),
                    "rename one of each pair");
        }
    }

    private static void twins(Table table, Comparison comparison, List<String> problems) {
        Map<String, String> columns = new HashMap<>();
        for (Column column : table.columns()) {
            String twin = columns.put(comparison.key(column.name()), column.name());
            if (twin != null) {
                problems.add("columns '%s' and '%s' of table '%s'".formatted(twin, column.name(), table.name()));
            }
        }
    }

    private static String some(List<Table> tables) {
        String names = tables.stream()
                .limit(NAMED_AT_MOST)
                .map(table -> "'" + table.name() + "'")
                .collect(Collectors.joining(", "));
        return tables.size() > NAMED_AT_MOST ? names + " ..." : names;
    }
}
