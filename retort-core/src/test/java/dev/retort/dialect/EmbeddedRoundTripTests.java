package dev.retort.dialect;

import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.comment;
import static dev.retort.migration.Definitions.descending;
import static dev.retort.migration.Definitions.foreignKey;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.migration.Types;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.testing.TestDatabases;

/** What a table is created from, is what is read back: on the databases that live inside the JVM. */
class EmbeddedRoundTripTests {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void whatIsCreatedIsReadBackAsTheNormalizerForetold(String product) throws SQLException {
        try (var database = new LiveDatabase(TestDatabases.create(product).url())) {
            Schema desired = shop(product);
            Schema foretold = database.dialect().normalizer().normalize(database.connection(), desired);

            create(database, desired);

            assertThat(withoutNamesOfConstraints(database.schema()).tables())
                    .containsExactlyElementsOf(
                            withoutNamesOfConstraints(foretold).tables());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void theTypesOfCreatedColumnsAreTheSame(String product) throws SQLException {
        try (var database = new LiveDatabase(TestDatabases.create(product).url())) {
            var columns = new ArrayList<Column>();
            for (SqlType type : types(product)) {
                columns.add(column("c" + columns.size(), type));
            }
            Table table = Table.of(QualifiedName.of("t"), columns);
            create(database, Schema.of(table));

            Table actual = database.table("t");
            for (int i = 0; i < columns.size(); i++) {
                SqlType stored = actual.columns().get(i).type();
                SqlType desired = columns.get(i).type();
                assertThat(database.dialect().types().same(stored, desired))
                        .as("%s is read back as %s", desired, stored)
                        .isTrue();
                assertThat(database.dialect().types().canonical(stored)).isEqualTo(stored);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void hostileNamesSurvive(String product) throws SQLException {
        try (var database = new LiveDatabase(TestDatabases.create(product).url())) {
            for (String name : List.of("order", "Two Words", "quo\"te", "it's", "🎉 emoji", "semi;colon", "Upper")) {
                Table table = Table.of(
                        QualifiedName.of(name),
                        column("id", Types.bigint()).notNull(),
                        column(name + "x", Types.varchar(99)),
                        primaryKey("id").named("pk " + name),
                        unique(name + "x").named("uq " + name),
                        index("ix " + name, QualifiedName.of(name), name + "x", "id"));
                create(database, Schema.of(table));

                Table actual = database.table(name);
                assertThat(actual.columns())
                        .extracting(Column::name)
                        .containsExactlyElementsOf(
                                table.columns().stream().map(Column::name).toList());
                assertThat(actual.uniques()).isEqualTo(table.uniques());
                assertThat(actual.indexes()).isEqualTo(table.indexes());
                database.migrate(List.of(new DropTable(QualifiedName.of(name), null, false)));
            }
            assertThat(database.schema().tables()).isEmpty();
        }
    }

    private static void create(LiveDatabase database, Schema desired) throws SQLException {
        Schema representable = database.dialect().representable(desired);
        var operations = new ArrayList<Operation>();
        representable.tables().stream()
                .sorted((one, other) -> Integer.compare(
                        one.foreignKeys().size(), other.foreignKeys().size()))
                .forEach(table -> operations.add(new CreateTable(table, false)));
        database.migrate(operations);
    }

    private static Schema shop(String product) {
        Table customer = Table.of(
                QualifiedName.of("customer"),
                column("id", Types.bigint()).notNull().identity(),
                column("email", Types.varchar(320)).notNull().comment("unique, in lower case"),
                column("name", Types.varchar()),
                column("balance", Types.decimal(38, 2)).defaultSql("0").notNull(),
                column("state", Types.enumOf("NEW", "O'LD")).defaultSql("'NEW'"),
                column("since", Types.timestamp(6))
                        .defaultSql("CURRENT_TIMESTAMP")
                        .notNull(),
                column("score", Types.tinyint()),
                column("twice", Types.integer()).generatedStored("score * 2"),
                primaryKey("id").named("customer_pk"),
                unique("email").named("customer_email_uq"),
                check("score between 0 and 9").named("customer_score"),
                check("balance >= 0 and (name is null or name <> '')"),
                index("ix_customer_name", QualifiedName.of("customer"), descending("name"), descending("id")),
                comment("who buys"));
        Table order = Table.of(
                QualifiedName.of("orders"),
                column("customer_id", Types.bigint()).notNull(),
                column("number", Types.integer()).notNull(),
                column("note", Types.varchar(99)),
                column("data", Types.json()),
                primaryKey("customer_id", "number"),
                unique("number", "note"),
                foreignKey("customer_id")
                        .references("customer", "id")
                        .onDelete(ReferentialAction.CASCADE)
                        .named("orders_customer_fk"),
                index("ix_note", "orders", "number").unique());
        if (product.equals("sqlite")) {
            order = order.withIndexes(
                    List.of(index("ix_note", "orders", dev.retort.migration.Definitions.expression("lower(note)"))
                            .unique()
                            .where("number > 3")));
        }
        return Schema.of(customer, order);
    }

    private static List<SqlType> types(String product) {
        var types = new ArrayList<>(List.of(
                Types.bool(),
                Types.tinyint(),
                Types.smallint(),
                Types.integer(),
                Types.bigint(),
                Types.decimal(),
                Types.decimal(5),
                Types.decimal(10, 2),
                Types.real(),
                Types.doublePrecision(),
                Types.character(3),
                Types.varchar(),
                Types.varchar(255),
                Types.text(),
                Types.binary(16),
                Types.varbinary(),
                Types.varbinary(99),
                Types.blob(),
                Types.date(),
                Types.time(),
                Types.time(3),
                Types.timeWithTimeZone(2),
                Types.timestamp(),
                Types.timestamp(3),
                Types.timestampWithTimeZone(),
                Types.timestampWithTimeZone(6),
                Types.uuid(),
                Types.json(),
                Types.jsonb(),
                Types.enumOf("a", "b'c")));
        if (product.equals("h2")) {
            for (String text : List.of(
                    "varchar(255) array",
                    "float(53)",
                    "float(24)",
                    "character varying(9)",
                    "clob",
                    "geometry",
                    "geometry(point, 4326)",
                    "interval day to second",
                    "varchar_ignorecase(20)",
                    "decfloat(10)",
                    "varbinary(255)",
                    "binary large object",
                    "enum ('A','B,C')",
                    "timestamp(9) with time zone",
                    "numeric(38,2)",
                    "bigint array",
                    "time(6)",
                    "java_object")) {
                types.add(Types.named(text));
            }
        } else {
            types.add(Types.named("float(53)"));
            types.add(Types.named("clob"));
            types.add(Types.named("my type(3, 4)"));
        }
        return types;
    }

    /** Databases choose names where none is given. */
    private static Schema withoutNamesOfConstraints(Schema schema) {
        return new Schema(
                schema.tables().stream()
                        .map(EmbeddedRoundTripTests::withoutNames)
                        .toList(),
                List.of(),
                List.of());
    }

    private static Table withoutNames(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey() == null
                        ? null
                        : new dev.retort.schema.PrimaryKey(
                                null, table.primaryKey().columns()),
                table.uniques().stream()
                        .map(unique -> new dev.retort.schema.UniqueConstraint(null, unique.columns(), false))
                        .toList(),
                table.foreignKeys().stream()
                        .map(key -> new dev.retort.schema.ForeignKey(
                                null,
                                key.columns(),
                                key.target(),
                                key.targetColumns(),
                                key.onDelete(),
                                key.onUpdate(),
                                key.deferral()))
                        .toList(),
                table.checks().stream()
                        .map(check -> new dev.retort.schema.CheckConstraint(null, check.expression()))
                        .sorted(java.util.Comparator.comparing(dev.retort.schema.CheckConstraint::expression))
                        .toList(),
                table.indexes(),
                table.comment(),
                List.of());
    }
}
