package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import dev.retort.diff.AutogenerateCases.Case;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.testing.AlembicDifferences;
import dev.retort.testing.SchemaOrder;

/** Holds the comparison against what Alembic found; Retort may find more, never less. */
class AlembicOracleTests {

    private static final String[] TEST_SCHEMA = {"test_schema"};

    /** Where Retort differs on purpose, by the kinds that docs/alembic-differences.md explains. */
    private static final Map<String, String> DIFFERENCES = differences();

    private static final OracleFilters FILTERS = new OracleFilters();

    /** Cases of what PostgreSQL has had only since a version: subscripts of jsonb, NULLS NOT DISTINCT, SET EXPRESSION. */
    private static final Map<Integer, Set<String>> SINCE = Map.of(
            14, Set.of("ag0526", "ag0528", "ag0536", "ag0546", "ag0548", "ag0550"),
            15, Set.of("ag0564", "ag0566", "ag0570", "ag0572", "ag0576", "ag0578", "ag0582", "ag0584", "ag0586"),
            17, Set.of("ag0614"));

    private static final List<String> EMPTY_POSTGRESQL = List.of(
            "DROP SCHEMA public CASCADE",
            "DROP SCHEMA IF EXISTS test_schema CASCADE",
            "CREATE SCHEMA public",
            "CREATE SCHEMA test_schema");

    @Test
    void postgresqlFindsWhatAlembicFindsAndTheRevisionMakesItSo() throws SQLException {
        var problems = new ArrayList<String>();
        try (var database = new LiveDatabase("postgresql");
                var model = new LiveDatabase("postgresql")) {
            for (Case each : AutogenerateCases.of("postgresql")) {
                database.sql(EMPTY_POSTGRESQL);
                model.sql(EMPTY_POSTGRESQL);
                List<String> found = problems(each, database, model);
                boolean tooNew = SINCE.entrySet().stream()
                        .anyMatch(since -> database.majorVersion() < since.getKey()
                                && since.getValue().contains(each.id()));
                problems.addAll(
                        !tooNew ? found : found.isEmpty() ? List.of(each.id() + ": is not too new") : List.of());
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void sqliteFindsWhatAlembicFindsAndTheRevisionMakesItSo() throws SQLException {
        var problems = new ArrayList<String>();
        for (Case each : AutogenerateCases.of("sqlite")) {
            try (var database = new LiveDatabase("sqlite");
                    var model = new LiveDatabase("sqlite")) {
                problems.addAll(problems(each, database, model));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void theKindsOfDifferenceAreThoseOfThePage() {
        assertThat(new TreeSet<>(DIFFERENCES.values())).isEqualTo(AlembicDifferences.kinds("What autogenerate finds"));
    }

    private static Map<String, String> differences() {
        var differences = new TreeMap<String, String>();
        for (String id : List.of("ag0158", "ag0160", "ag0212", "ag0476", "ag0496", "ag0498")) {
            differences.put(id, "empty-model-refused");
        }
        differences.put("ag0612", "ended-computing-stays");
        return differences;
    }

    private static List<String> problems(Case each, LiveDatabase database, LiveDatabase model) {
        List<String> problems = found(each, database, model);
        if (!DIFFERENCES.containsKey(each.id())) {
            return problems;
        }
        return problems.isEmpty() ? List.of(each.id() + ": no longer differs") : List.of();
    }

    private static List<String> found(Case each, LiveDatabase database, LiveDatabase model) {
        var problems = new ArrayList<String>();
        DiffOptions options = FILTERS.of(each.id()).orElse(DiffOptions.DEFAULT);
        String[] schemas = FILTERS.schemas(each);
        try {
            database.sql(each.databaseDdl());
            model.sql(each.modelDdl());
            Schema before = database.read(schemas);
            Schema desired = model.read("postgresql".equals(each.dialect()) ? TEST_SCHEMA : schemas);
            SchemaChanges changes = database.compare(desired, options, schemas);
            problems.addAll(unlike(each, changes));
            if (FILTERS.canBeApplied(each.id())) {
                database.apply(changes.upgrade());
                SchemaChanges rest = database.compare(desired, options, schemas);
                if (!rest.isEmpty()) {
                    problems.add("%s: not clean: %s after %s".formatted(each.id(), rest.upgrade(), changes.upgrade()));
                }
                database.apply(changes.downgrade());
                if (!SchemaOrder.of(database.read(schemas)).equals(SchemaOrder.of(before))) {
                    problems.add("%s: not taken back:%n  %s%n  %s%n  by %s"
                            .formatted(each.id(), before, database.read(schemas), changes.downgrade()));
                }
            }
        } catch (SQLException | RuntimeException e) {
            problems.add("%s: %s".formatted(each.id(), e));
        }
        return problems;
    }

    private static List<String> unlike(Case each, SchemaChanges changes) {
        var problems = new ArrayList<String>();
        if (each.databaseDdl().equals(each.modelDdl()) && !changes.isEmpty()) {
            problems.add("%s: equal schemas differ: %s".formatted(each.id(), changes.upgrade()));
        }
        for (List<String> expected : each.expected()) {
            if (changes.upgrade().stream().noneMatch(operation -> isLike(operation, expected))) {
                problems.add("%s: %s is missing in %s".formatted(each.id(), expected, changes.upgrade()));
            }
        }
        if (FILTERS.of(each.id()).isPresent()) {
            for (Operation operation : changes.upgrade()) {
                if (!isOfACheck(operation)
                        && each.expected().stream().noneMatch(expected -> isLike(operation, expected))) {
                    problems.add("%s: %s was not to be found".formatted(each.id(), operation));
                }
            }
        }
        return problems;
    }

    /** Retort sees that a CHECK has changed, where Alembic compares its name. */
    private static boolean isOfACheck(Operation operation) {
        return (operation instanceof DropConstraint drop && drop.before() instanceof CheckConstraint)
                || (operation instanceof AddConstraint add && add.constraint() instanceof CheckConstraint);
    }

    private static boolean isLike(Operation operation, List<String> expected) {
        String name = expected.get(1);
        return switch (expected.get(0)) {
            case "add_table" ->
                operation instanceof CreateTable create
                        && isNamed(create.table().name(), name);
            case "remove_table" -> operation instanceof DropTable drop && isNamed(drop.table(), name);
            case "add_column" ->
                operation instanceof AddColumn add
                        && (add.table().name() + "." + add.column().name()).equals(name);
            case "remove_column" ->
                operation instanceof DropColumn drop && (drop.table().name() + "." + drop.column()).equals(name);
            case "alter_column" ->
                operation instanceof AlterColumn alter && (alter.table().name() + "." + alter.column()).equals(name);
            case "add_fk" ->
                operation instanceof AddConstraint add
                        && add.constraint() instanceof ForeignKey key
                        && String.join(",", key.columns()).equals(name);
            case "remove_fk" ->
                operation instanceof DropConstraint drop
                        && drop.before() instanceof ForeignKey key
                        && String.join(",", key.columns()).equals(name);
            case "add_index", "add_constraint" -> isMade(operation, name);
            case "remove_index", "remove_constraint" -> isDropped(operation, name);
            default -> false;
        };
    }

    private static boolean isMade(Operation operation, String name) {
        return operation instanceof CreateTable
                || (operation instanceof CreateIndex create
                        && create.index().name().equals(name))
                || (operation instanceof AddConstraint add
                        && (name.isEmpty() || name.equals(add.constraint().name())));
    }

    private static boolean isDropped(Operation operation, String name) {
        return operation instanceof DropTable
                || (operation instanceof DropIndex drop && drop.name().equals(name))
                || (operation instanceof DropConstraint constraint
                        && (name.isEmpty() || name.equals(constraint.name())));
    }

    private static boolean isNamed(QualifiedName table, String name) {
        return table.name().equals(name);
    }
}
