package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.migration.Types;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.testing.TestDatabases;

/** After any walk of operations, the table is what the operations say, and its rows are still there. */
class EmbeddedRandomWalkTests {

    private static final int WALKS = 8;
    private static final int STEPS = 12;
    private static final List<String> AWKWARD =
            List.of("plain", "order", "Two Words", "quo\"te", "it's", "🎉", "select");

    private final Random seeds = new Random();

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void theTableIsWhatTheOperationsSay(String product) throws SQLException {
        for (int i = 0; i < WALKS; i++) {
            long seed = seeds.nextLong();
            try (var database = new LiveDatabase(TestDatabases.create(product).url())) {
                new Walk(database, new Random(seed), product + ", seed " + seed).go();
            }
        }
    }

    private static final class Walk {

        private final LiveDatabase database;
        private final Random random;
        private final String told;
        private QualifiedName name = QualifiedName.of("t 0");
        private final List<TableElement> elements = new ArrayList<>();
        private int made;

        Walk(LiveDatabase database, Random random, String told) {
            this.database = database;
            this.random = random;
            this.told = told;
        }

        void go() throws SQLException {
            elements.add(Column.of("id", Types.bigint()).notNull());
            elements.add(Column.of("a", Types.varchar(20)));
            elements.add(new PrimaryKey("pk", List.of("id")));
            database.migrate(List.of(new CreateTable(Table.of(name, elements), false)));
            for (int id = 1; id <= 3; id++) {
                database.run("INSERT INTO " + spell(name.name()) + " (id, a) VALUES (" + id + ", 'v" + id + "')");
            }
            for (int step = 0; step < STEPS; step++) {
                Operation operation = next();
                database.migrate(List.of(operation));
                Table actual = database.table(name.name());
                String where = told + ", step " + step + ": " + operation;
                assertThat(actual.columns()).as(where).isEqualTo(canonical());
                assertThat(actual.elements().stream()
                                .filter(element -> !(element instanceof Column))
                                .toList())
                        .as(where)
                        .containsExactlyInAnyOrderElementsOf(others(actual));
                assertThat(database.rows("SELECT id, a FROM " + spell(name.name()) + " ORDER BY id"))
                        .as(where)
                        .containsExactly("1|v1", "2|v2", "3|v3");
            }
        }

        private List<Column> canonical() {
            return elements.stream()
                    .filter(Column.class::isInstance)
                    .map(Column.class::cast)
                    .map(column -> column.type(database.dialect().types().canonical(column.type())))
                    .toList();
        }

        /** Conditions are compared by their names: H2 writes them its own way. */
        private List<TableElement> others(Table actual) {
            return elements.stream()
                    .filter(element -> !(element instanceof Column))
                    .map(element -> element instanceof CheckConstraint check ? found(check, actual) : element)
                    .map(element -> element instanceof Index index ? index.on(name) : element)
                    .toList();
        }

        private static TableElement found(CheckConstraint check, Table actual) {
            return actual.checks().stream()
                    .filter(candidate -> Objects.equals(candidate.name(), check.name()))
                    .findFirst()
                    .orElse(check);
        }

        private Operation next() {
            return switch (random.nextInt(9)) {
                case 0, 1 -> addColumn();
                case 2 -> dropColumn();
                case 3, 4 -> alterColumn();
                case 5 -> addConstraint();
                case 6 -> dropConstraint();
                case 7 -> random.nextBoolean() ? createIndex() : dropIndex();
                default -> rename();
            };
        }

        private Operation addColumn() {
            String added = AWKWARD.get(random.nextInt(AWKWARD.size())) + made++;
            Column column = switch (random.nextInt(4)) {
                case 0 -> Column.of(added, Types.integer()).defaultSql("7").notNull();
                case 1 -> Column.of(added, Types.varchar(9)).defaultSql("'it''s'");
                case 2 -> Column.of(added, Types.decimal(9, 2));
                default ->
                    Column.of(added, Types.timestamp(3))
                            .defaultSql("CURRENT_TIMESTAMP")
                            .notNull();
            };
            elements.add(
                    elements.size()
                            - (int) elements.stream()
                                    .filter(e -> !(e instanceof Column))
                                    .count(),
                    column);
            return new AddColumn(name, column);
        }

        private List<Column> others() {
            return elements.stream()
                    .filter(Column.class::isInstance)
                    .map(Column.class::cast)
                    .filter(column ->
                            !column.name().equals("id") && !column.name().equals("a"))
                    .toList();
        }

        private Operation dropColumn() {
            if (others().isEmpty()) {
                return addColumn();
            }
            Column column = others().get(random.nextInt(others().size()));
            elements.removeIf(element -> element.equals(column)
                    || (element instanceof UniqueConstraint unique
                            && unique.columns().contains(column.name()))
                    || (element instanceof CheckConstraint check
                            && check.expression().contains(spell(column.name())))
                    || (element instanceof Index index
                            && index.parts().stream()
                                    .anyMatch(part -> part.text().equals(column.name()))));
            return new DropColumn(name, column.name(), column);
        }

        private Operation alterColumn() {
            if (others().isEmpty()) {
                return addColumn();
            }
            Column before = others().get(random.nextInt(others().size()));
            boolean filled = before.defaultSql() != null && !(before.type() instanceof SqlType.Decimal);
            boolean number = before.type() instanceof SqlType.Int;
            Column after = switch (random.nextInt(3)) {
                case 0 -> filled ? before.nullable(!before.nullable()) : before.defaultSql("3");
                case 1 -> number ? before.type(Types.bigint()) : before.type(before.type());
                default -> before.defaultSql(number ? "8" : before.defaultSql());
            };
            elements.set(elements.indexOf(before), after);
            return AlterColumn.between(name, before, after);
        }

        private Operation addConstraint() {
            String constraintName = "c " + made++;
            Constraint constraint = random.nextBoolean()
                    ? new UniqueConstraint(constraintName, List.of("id", column()), false)
                    : new CheckConstraint(constraintName, spell(column()) + " is null or id > 0");
            elements.add(constraint);
            return new AddConstraint(name, constraint);
        }

        private Operation dropConstraint() {
            var constraints = elements.stream()
                    .filter(element -> element instanceof UniqueConstraint || element instanceof CheckConstraint)
                    .map(Constraint.class::cast)
                    .toList();
            if (constraints.isEmpty()) {
                return addConstraint();
            }
            Constraint constraint = constraints.get(random.nextInt(constraints.size()));
            elements.remove(constraint);
            return new DropConstraint(name, ConstraintKind.of(constraint), constraint.name(), constraint);
        }

        private Operation createIndex() {
            Index index = Index.of("i " + made++, name, List.of(column(), "id"));
            elements.add(index);
            return new CreateIndex(index, false);
        }

        private Operation dropIndex() {
            var indexes = elements.stream()
                    .filter(Index.class::isInstance)
                    .map(Index.class::cast)
                    .toList();
            if (indexes.isEmpty()) {
                return createIndex();
            }
            Index index = indexes.get(random.nextInt(indexes.size()));
            elements.remove(index);
            return new DropIndex(name, index.name(), index.on(name), false);
        }

        private Operation rename() {
            var operation = new RenameTable(name, "t " + ++made);
            name = QualifiedName.of(operation.newName());
            return operation;
        }

        private String column() {
            return others().isEmpty()
                    ? "a"
                    : others().get(random.nextInt(others().size())).name();
        }

        private String spell(String plain) {
            return database.dialect().names().spell(plain);
        }
    }
}
