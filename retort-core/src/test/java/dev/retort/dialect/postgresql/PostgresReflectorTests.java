package dev.retort.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.retort.dialect.Scope;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateSequence;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

class PostgresReflectorTests {

    @Test
    void whatIsCreatedIsReadAsTheNormalizerSaid() throws SQLException {
        try (var session = new PostgresSession()) {
            var desired = Schema.of(TableCatalogue.all().toArray(Table[]::new));
            Schema normalized = session.normalize(desired);
            for (Table table : TableCatalogue.all()) {
                session.create(table);
            }

            for (Table table : normalized.tables()) {
                Table actual = session.read().table(table.name()).orElseThrow();
                assertThat(actual.columns()).as("columns of %s", table.name()).isEqualTo(table.columns());
                assertThat(actual.primaryKey()).isEqualTo(table.primaryKey());
                assertThat(actual.uniques()).containsExactlyInAnyOrderElementsOf(table.uniques());
                assertThat(actual.foreignKeys()).containsExactlyInAnyOrderElementsOf(table.foreignKeys());
                assertThat(actual.checks()).containsExactlyInAnyOrderElementsOf(table.checks());
                assertThat(actual.indexes()).containsExactlyInAnyOrderElementsOf(table.indexes());
                assertThat(actual.comment()).isEqualTo(table.comment());
            }
        }
    }

    @Test
    void theCanonicalTypeIsWhatTheCatalogShows() throws SQLException {
        try (var session = new PostgresSession()) {
            session.create(TableCatalogue.types());

            Table actual = session.table("types");
            for (Column column : TableCatalogue.types().columns()) {
                assertThat(actual.column(column.name()).orElseThrow().type())
                        .isEqualTo(session.dialect.types().canonical(column.type()));
            }
        }
    }

    @Test
    void whatWasReadCanBeCreatedAgainAndReadsTheSame() throws SQLException {
        try (var session = new PostgresSession();
                var other = new PostgresSession()) {
            for (Table table : TableCatalogue.all()) {
                session.create(table);
            }
            Schema first = session.read();
            for (Table table : TableCatalogue.all()) {
                other.create(first.table(table.name()).orElseThrow());
            }

            Schema second = other.read();
            assertThat(second.tables()).containsExactlyElementsOf(first.tables());
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void aSerialColumnIsReadAsNumberedByDefault() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TABLE t (id bigserial PRIMARY KEY, n serial NOT NULL, \"O'id\" smallserial)");

            Table table = session.table("t");
            assertThat(table.columns())
                    .containsExactly(
                            Column.of("id", new SqlType.BigInt()).notNull().identity(),
                            Column.of("n", new SqlType.Int()).notNull().identity(),
                            Column.of("O'id", new SqlType.SmallInt()).notNull().identity());
            assertThat(session.read().sequences()).isEmpty();
        }
    }

    @Test
    void aSequenceOfItsOwnIsReadAndADefaultThatCallsItStaysADefault() throws SQLException {
        try (var session = new PostgresSession()) {
            session.apply(new CreateSequence(new Sequence(QualifiedName.of("order_seq"), 1, 50)));
            session.sql("CREATE TABLE t (id bigint DEFAULT nextval('order_seq'), s bigserial)");

            assertThat(session.read().sequences()).containsExactly(new Sequence(QualifiedName.of("order_seq"), 1, 50));
            assertThat(session.table("t").columns().get(0).defaultSql()).isEqualTo("nextval('order_seq'::regclass)");
            assertThat(session.table("t").columns().get(1).numbering()).isEqualTo(Identity.byDefault());
        }
    }

    @Test
    void enumsAndTheColumnsThatUseThemAreRead() throws SQLException {
        try (var session = new PostgresSession()) {
            var mood = new EnumType(QualifiedName.of("Mood"), List.of("so so", "it's fine"));
            session.apply(new CreateEnum(mood));
            session.sql(
                    "CREATE TABLE t (a \"Mood\" DEFAULT 'so so', b \"Mood\"[])",
                    "CREATE DOMAIN d AS text",
                    "ALTER TABLE t ADD c d");

            assertThat(session.read().enums()).containsExactly(mood);
            var type = new SqlType.Enumeration(QualifiedName.of("Mood"), List.of());
            assertThat(session.table("t").columns())
                    .extracting(Column::type)
                    .containsExactly(type, new SqlType.Array(type), new SqlType.Named("d", new SqlType.Text()));
        }
    }

    @Test
    void whatAnExtensionOwnsIsLeftOut() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql(
                    "CREATE EXTENSION citext",
                    "CREATE TABLE spatial_ref_sys (srid int PRIMARY KEY, t text, n serial)",
                    "CREATE INDEX spatial_t ON spatial_ref_sys (t)",
                    "CREATE SEQUENCE of_extension",
                    "CREATE TYPE kind_of_extension AS ENUM ('a')",
                    "ALTER EXTENSION citext ADD TABLE spatial_ref_sys",
                    "ALTER EXTENSION citext ADD SEQUENCE of_extension",
                    "ALTER EXTENSION citext ADD TYPE kind_of_extension",
                    "CREATE TABLE mine (name citext, k kind_of_extension)",
                    "CREATE VIEW looking AS SELECT * FROM mine",
                    "CREATE TEMP TABLE passing (a int)");

            Schema actual = session.read();
            assertThat(actual.tables()).extracting(Table::name).containsExactly(QualifiedName.of("mine"));
            assertThat(actual.tables().get(0).columns().get(0).type()).isEqualTo(new SqlType.Named("citext"));
            assertThat(actual.sequences()).isEmpty();
            assertThat(actual.enums()).isEmpty();
        }
    }

    @Test
    void tablesOfARoleThatTheUserIsNotPartOfAreLeftOut() throws SQLException {
        try (var session = new PostgresSession()) {
            String role = "r" + session.value("SELECT current_database()");
            session.sql(
                    "CREATE TABLE theirs (a int)",
                    "CREATE SEQUENCE their_sequence",
                    "CREATE TYPE their_enum AS ENUM ('a')",
                    "CREATE ROLE " + role,
                    "GRANT CREATE, USAGE ON SCHEMA public TO " + role,
                    "SET ROLE " + role,
                    "CREATE TABLE mine (a int)");

            Schema actual = session.read();
            session.sql("RESET ROLE", "DROP OWNED BY " + role, "DROP ROLE " + role);
            assertThat(actual.tables()).extracting(Table::name).containsExactly(QualifiedName.of("mine"));
            assertThat(actual.sequences()).isEmpty();
            assertThat(actual.enums()).isEmpty();
        }
    }

    @Test
    void partitionsAreLeftOutAndTheTableTheyBelongToIsRead() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql(
                    "CREATE TABLE p (id int PRIMARY KEY, d text) PARTITION BY RANGE (id)",
                    "CREATE INDEX p_d ON p (d)",
                    "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10)",
                    "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20)",
                    "CREATE TABLE c (p int CONSTRAINT to_p REFERENCES p)");

            assertThat(session.read().tables())
                    .extracting(Table::name)
                    .containsExactly(QualifiedName.of("c"), QualifiedName.of("p"));
            assertThat(session.table("p").indexes()).hasSize(1);
            assertThat(session.table("c").foreignKeys()).hasSize(1);
        }
    }

    @Test
    void namesOfTheDefaultSchemaStandAloneWhateverElseIsInTheSearchPath() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql(
                    "CREATE SCHEMA \"Other\"",
                    "CREATE TABLE \"Other\".target (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int CONSTRAINT fk REFERENCES \"Other\".target)",
                    "SET search_path = \"$user\", public, \"Other\"");

            Schema both = session.dialect.reflector().read(session.connection, new Scope(List.of("Other"), null));
            assertThat(both.tables())
                    .extracting(Table::name)
                    .containsExactly(QualifiedName.of("t"), QualifiedName.of("Other", "target"));
            assertThat(both.tables().get(0).foreignKeys().get(0).target())
                    .isEqualTo(QualifiedName.of("Other", "target"));
            assertThat(session.dialect
                            .reflector()
                            .read(session.connection, Scope.table(QualifiedName.of("Other", "target")))
                            .tables())
                    .hasSize(1);
        }
    }

    @Test
    void oneTableAloneIsReadWhereThereAreMany() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TABLE a (x int)", "CREATE TABLE b (x int)");

            assertThat(session.dialect.tables(session.connection).find(QualifiedName.of("b")))
                    .contains(Table.of(QualifiedName.of("b"), Column.of("x", new SqlType.Int())));
            assertThat(session.dialect.tables(session.connection).find(QualifiedName.of("c")))
                    .isEmpty();
        }
    }

    @Test
    void aHandfulOfQueriesReadsFiftyTables() throws SQLException {
        try (var session = new PostgresSession()) {
            for (int number = 0; number < 50; number++) {
                session.sql("CREATE TABLE t" + number + " (id bigserial PRIMARY KEY, a text CHECK (a <> ''))");
            }
            var queries = new AtomicInteger();

            Schema actual =
                    session.dialect.reflector().read(counting(session.connection, queries), Scope.DEFAULT_SCHEMA);

            assertThat(actual.tables()).hasSize(50);
            assertThat(queries.get()).isLessThanOrEqualTo(10);
        }
    }

    private static Connection counting(Connection connection, AtomicInteger queries) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        queries.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
