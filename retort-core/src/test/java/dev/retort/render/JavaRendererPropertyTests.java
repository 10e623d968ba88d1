package dev.retort.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.retort.migration.Migration;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

class JavaRendererPropertyTests {

    @Test
    void whatIsRenderedNotesTheSameOperationsDownAgain() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var operations = new RandomOperations(random);
        Map<String, List<Operation>> written = new LinkedHashMap<>();
        var compiled = new CompiledMigrations();
        for (int i = 0; i < 60; i++) {
            var list = new ArrayList<Operation>();
            for (int j = random.nextInt(i == 0 ? 400 : 30); j >= 0; j--) {
                list.add(operations.next());
            }
            written.put("Migration" + i, list);
            compiled.add(
                    "Migration" + i,
                    CompiledMigrations.wholeClass("Migration" + i, JavaRenderer.render(list, List.of())));
        }

        Map<String, Migration> migrations = compiled.compile();

        for (var entry : written.entrySet()) {
            assertThat(CompiledMigrations.upgrade(requireNonNull(migrations.get(entry.getKey()))))
                    .as("seed %d, %s", seed, entry.getKey())
                    .isEqualTo(entry.getValue());
        }
    }

    @Test
    void everyKindOfOperationButCodeIsDrawn() {
        var operations = new RandomOperations(new Random(1));
        var drawn = new ArrayList<Class<?>>();
        for (int i = 0; i < 2000; i++) {
            drawn.add(operations.next().getClass());
        }
        var kinds = List.of(Operation.class.getPermittedSubclasses()).stream()
                .filter(kind -> !kind.getSimpleName().equals("Run"))
                .collect(Collectors.<Class<?>>toSet());

        assertThat(drawn).containsAll(kinds);
    }

    @Test
    void aRevisionOfAThousandTablesIsWithinWhatJavaAllows() throws Exception {
        var tables = new ArrayList<Operation>();
        for (int i = 0; i < 1000; i++) {
            var columns = new ArrayList<Column>();
            for (int j = 0; j < 20; j++) {
                columns.add(
                        Column.of("column_number_" + j, new SqlType.VarChar(j)).notNull());
            }
            tables.add(new CreateTable(Table.of(QualifiedName.of("table_" + i), columns), false));
        }
        var compiled = new CompiledMigrations();
        compiled.add("Big", CompiledMigrations.wholeClass("Big", JavaRenderer.render(tables, List.of())));

        var migration = requireNonNull(compiled.compile().get("Big"));

        assertThat(CompiledMigrations.upgrade(migration)).isEqualTo(tables);
    }
}
