package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.dialect.Dialect;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.AlembicDifferences;

/**
 * Holds how two columns are compared against Alembic 1.19.2, which answers whether their types, or their defaults, differ:
 * {@code cases/compare_facts.json}. Each pair is a column of a live database and one that a model writes down.
 */
class AlembicColumnsTests {

    /** Where Retort differs on purpose, by the kinds that docs/alembic-differences.md explains. */
    private static final Map<String, String> DIFFERENCES = Map.of("cmp0059", "scale-left-out");

    private static final List<String> BESIDE_THE_TABLES =
            List.of("CREATE TYPE the_enum AS ENUM ('one', 'two', 'three')", "CREATE SEQUENCE x_id_seq");

    /** What Alembic compares without a vendor's rules is compared by two vendors that it was not run on. */
    @ParameterizedTest
    @CsvSource({
        "postgresql, postgresql, 46",
        "sqlite, sqlite, 35",
        "h2, default, 10",
        "mariadb, default, 10",
    })
    void columnsDifferWhereAlembicSaysSo(String product, String recorded, int cases) throws SQLException, IOException {
        List<JsonNode> facts = recorded(recorded);
        assertThat(facts).hasSize(cases);
        try (var database = new LiveDatabase(product)) {
            if (product.equals("postgresql")) {
                database.sql(BESIDE_THE_TABLES);
            }
            database.sql(facts.stream().map(AlembicColumnsTests::make).toList());
            SchemaChanges changes = database.compare(desired(facts, database.dialect()));

            assertThat(unlike(facts, changes)).isEmpty();
        }
    }

    @Test
    void theKindsOfDifferenceAreThoseOfThePage() {
        assertThat(AlembicDifferences.kinds("Types and defaults")).containsExactlyElementsOf(DIFFERENCES.values());
    }

    private static List<JsonNode> recorded(String dialect) throws IOException {
        try (var stream = AlembicColumnsTests.class.getResourceAsStream("/cases/compare_facts.json")) {
            var facts = new ArrayList<JsonNode>();
            for (JsonNode fact : new ObjectMapper().readTree(Objects.requireNonNull(stream))) {
                if (fact.path("dialect").asText().equals(dialect)) {
                    facts.add(fact);
                }
            }
            return facts;
        }
    }

    private static String make(JsonNode fact) {
        String value = text(fact, "database_default");
        return "CREATE TABLE %s (id INTEGER NOT NULL PRIMARY KEY, c %s%s)"
                .formatted(
                        fact.path("id").asText(),
                        fact.path("database_type").asText(),
                        value == null ? "" : " DEFAULT (" + value + ")");
    }

    private static Schema desired(List<JsonNode> facts, Dialect dialect) {
        List<Table> tables = facts.stream()
                .map(fact -> Table.of(
                        QualifiedName.of(fact.path("id").asText()),
                        List.of(
                                Column.of("id", dialect.types().parse("INTEGER"))
                                        .notNull(),
                                Column.of(
                                                "c",
                                                dialect.types()
                                                        .parse(fact.path("model_type")
                                                                .asText()))
                                        .defaultSql(text(fact, "model_default")))))
                .toList();
        var theEnum = new EnumType(QualifiedName.of("the_enum"), List.of("one", "two", "three"));
        return new Schema(tables, List.of(), dialect.name().equals("postgresql") ? List.of(theEnum) : List.of());
    }

    private static List<String> unlike(List<JsonNode> facts, SchemaChanges changes) {
        var byTable = new LinkedHashMap<String, ColumnChange>();
        changes.upgrade().forEach(operation -> {
            if (operation instanceof AlterColumn alter && alter.column().equals("c")) {
                byTable.put(alter.table().name(), alter.change());
            }
        });
        var problems = new ArrayList<String>();
        for (JsonNode fact : facts) {
            String id = fact.path("id").asText();
            ColumnChange change = byTable.getOrDefault(id, ColumnChange.NONE);
            boolean found = fact.path("what").asText().equals("type")
                    ? change.type() != null
                    : change.defaultSql() != null || change.numbering() != null;
            boolean alike = found == fact.path("differs").asBoolean();
            if (alike == DIFFERENCES.containsKey(id)) {
                problems.add("%s %s: %s".formatted(alike ? "no longer differs:" : "differs:", fact, change));
            }
        }
        return problems;
    }

    private static @Nullable String text(JsonNode fact, String field) {
        return fact.hasNonNull(field) ? fact.path(field).asText() : null;
    }
}
