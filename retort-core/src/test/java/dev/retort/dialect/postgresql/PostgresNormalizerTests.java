package dev.retort.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

class PostgresNormalizerTests {

    private static final QualifiedName MOOD = QualifiedName.of("mood");
    private static final SqlType TEXT = new SqlType.Text();

    @Test
    void expressionsAreGivenAsTheServerShowsThem() throws SQLException {
        try (var session = new PostgresSession()) {
            Table stored = session.normalize(Schema.of(sample())).tables().get(0);

            assertThat(stored.columns().get(0).defaultSql()).isEqualTo("'x'::text");
            assertThat(stored.checks()).containsExactly(new CheckConstraint(null, "(a <> ''::text) AND (b > 0)"));
            assertThat(stored.indexes().get(0).name()).isEqualTo("sample_index");
            assertThat(stored.indexes().get(0).parts().get(0).text()).isEqualTo("lower(a)");
            assertThat(stored.indexes().get(0).where()).isEqualTo("b IS NOT NULL");
            assertThat(stored.foreignKeys()).hasSize(1);
        }
    }

    private static Table sample() {
        var index = new Index(
                "sample_index",
                QualifiedName.of("sample"),
                List.of(IndexPart.expression("LOWER(sample.a)")),
                false,
                "B is not null",
                null,
                List.of());
        return Table.of(
                QualifiedName.of("sample"),
                Column.of("a", TEXT).defaultSql("'x'").comment("c"),
                Column.of("b", new SqlType.Int()),
                new CheckConstraint(null, "a<>'' and b>0"),
                ForeignKey.of(List.of("b"), QualifiedName.of("not_there"), List.of("id")),
                index);
    }

    @Test
    void itLeavesNoTraceAndTheConnectionAsItWas() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TABLE sample (other int)", "SET search_path = \"$user\", public");
            String objects = session.value("SELECT count(*) FROM pg_class");
            Schema before = session.read();

            session.normalize(Schema.of(sample()));
            assertThat(session.read()).isEqualTo(before);
            assertThat(session.value("SELECT count(*) FROM pg_class")).isEqualTo(objects);
            assertThat(session.value("SHOW search_path")).isEqualTo("\"$user\", public");
            assertThat(session.connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void aTableThatTheServerRefusesStaysAsItWasGiven() throws SQLException {
        try (var session = new PostgresSession()) {
            var wrong = Table.of(QualifiedName.of("wrong"), Column.of("a", new SqlType.Named("no_such_type")));
            var long63 = Table.of(QualifiedName.of("x".repeat(64)), Column.of("a", TEXT));
            var also = Table.of(QualifiedName.of("z"), Column.of("a", TEXT).defaultSql("NOW()"));

            Schema stored = session.normalize(Schema.of(wrong, long63, also));
            assertThat(stored.table(wrong.name())).contains(wrong);
            assertThat(stored.table(long63.name())).contains(long63);
            assertThat(stored.table(also.name()).orElseThrow().columns().get(0).defaultSql())
                    .isEqualTo("now()");
        }
    }

    @Test
    void enumsAreTakenAsDesiredWhateverTheDatabaseHolds() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TYPE mood AS ENUM ('old')");
            var type = new SqlType.Enumeration(MOOD, List.of("new"));
            var away = new SqlType.Enumeration(QualifiedName.of("away", "kind"), List.of());
            var table = Table.of(
                    QualifiedName.of("t"),
                    Column.of("a", type).defaultSql("'new'"),
                    Column.of("b", new SqlType.Array(away)).defaultSql("'{k}'"));
            var enums = List.of(
                    new EnumType(MOOD, List.of("new")), new EnumType(QualifiedName.of("away", "kind"), List.of("k")));

            Schema stored = session.normalize(new Schema(List.of(table), List.of(), enums));
            assertThat(stored.tables().get(0).columns())
                    .extracting(Column::defaultSql)
                    .containsExactly("'new'::mood", "'{k}'::kind[]");
            assertThat(stored.tables().get(0).columns().get(1).type()).isEqualTo(new SqlType.Array(away));
            assertThat(stored.enums()).containsExactlyInAnyOrderElementsOf(enums);
        }
    }

    @Test
    void tablesOfTwoSchemasMayHaveTheSameName() throws SQLException {
        try (var session = new PostgresSession()) {
            var here = Table.of(QualifiedName.of("t"), Column.of("a", TEXT).defaultSql("NOW()"));
            var there = Table.of(
                    QualifiedName.of("other", "t"), Column.of("a", TEXT).defaultSql("UPPER('a')"));

            assertThat(session.normalize(Schema.of(here, there)).tables())
                    .extracting(table -> table.columns().get(0).defaultSql())
                    .containsExactly("now()", "upper('a'::text)");
        }
    }

    @Test
    void aUserWhoMayNotMakeSchemasUsesTemporaryTables() throws SQLException {
        try (var session = new PostgresSession()) {
            String role = "r" + session.value("SELECT current_database()");
            session.sql("CREATE ROLE " + role, "SET ROLE " + role);

            Table stored = session.normalize(Schema.of(sample())).tables().get(0);
            session.sql("RESET ROLE", "DROP ROLE " + role);
            assertThat(stored.columns().get(0).defaultSql()).isEqualTo("'x'::text");
            assertThat(stored.indexes().get(0).where()).isEqualTo("b IS NOT NULL");
        }
    }
}
