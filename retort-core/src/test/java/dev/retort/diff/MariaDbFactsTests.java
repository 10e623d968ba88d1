package dev.retort.diff;

import static dev.retort.diff.Schemas.ID;
import static dev.retort.diff.Schemas.NAME;
import static dev.retort.diff.Schemas.summaries;
import static dev.retort.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.testing.TestDatabases;

/** What MariaDB holds and its catalog, or its ALTER TABLE, does not tell or keep by itself. */
class MariaDbFactsTests {

    private static final QualifiedName T = QualifiedName.of("t");

    @Test
    void charactersBeyondTheCatalogsAreReadFromTheTable() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            Table desired = table(
                    "t",
                    ID,
                    Column.of("mood", new SqlType.VarChar(20))
                            .defaultSql("'\u2603 ?'")
                            .comment("really?"),
                    Column.of("face", new SqlType.VarChar(40)).generatedStored("concat(`mood`,'😀')"),
                    new CheckConstraint("ck_mood", "mood <> '💩'"),
                    new TableComment("who? it's (a) \\ test"),
                    new PrimaryKey(null, List.of("id")));

            database.apply(database.compare(Schema.of(desired)).upgrade());

            assertThat(summaries(database.compare(Schema.of(desired)).upgrade()))
                    .isEmpty();
            Schema before = database.read();
            Table actual = before.table(T).orElseThrow();
            assertThat(actual.checks().get(0).expression()).contains("💩");
            assertThat(actual.column("face").orElseThrow().generated())
                    .isEqualTo(new Generated("concat(`mood`,'😀')", true));

            SchemaChanges changes = database.compare(Schema.of(table("other", ID)));
            database.apply(changes.upgrade());
            database.apply(changes.downgrade());
            assertThat(database.read()).isEqualTo(before);
        }
    }

    @Test
    void anInvisibleColumnStaysInvisible() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of(
                    "CREATE TABLE t (id bigint NOT NULL, name varchar(50), secret varchar(5) NOT NULL DEFAULT 'x' INVISIBLE"
                            + " CHECK (secret <> 'y'))"));
            Table desired = table(
                    "t",
                    ID,
                    NAME,
                    Column.of("secret", new SqlType.VarChar(50)).notNull().defaultSql("'x'"),
                    new CheckConstraint("secret", "secret <> 'y'"));
            SchemaChanges changes = database.compare(Schema.of(desired));

            database.apply(changes.upgrade());
            database.sql(List.of("INSERT INTO t VALUES (1, 'only two')"));
            assertThat(summaries(database.compare(Schema.of(desired)).upgrade()))
                    .isEmpty();
            database.apply(changes.downgrade());

            database.sql(List.of("INSERT INTO t VALUES (2, 'only two')"));
        }
    }

    @Test
    void numberingAndItsKeyComeAndGoOneAfterTheOther() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of("CREATE TABLE t (name varchar(50))", "INSERT INTO t VALUES ('a'), ('b')"));
            Schema before = database.read();
            Column id = ID.identity();
            PrimaryKey key = new PrimaryKey(null, List.of("id"));
            List<Operation> up = List.of(new AddColumn(T, id), new AddConstraint(T, key));

            database.apply(up);
            assertThat(database.read().tables()).containsExactly(table("t", NAME, id, key));

            Column plain = ID;
            database.apply(List.of(
                    new DropConstraint(T, ConstraintKind.PRIMARY_KEY, null, key),
                    new AlterColumn(T, "id", id, ColumnChange.between(id, plain))));
            assertThat(database.read().tables()).containsExactly(table("t", NAME, plain));

            database.apply(List.of(
                    new AlterColumn(T, "id", plain, ColumnChange.between(plain, id)), new AddConstraint(T, key)));
            assertThat(database.read().tables()).containsExactly(table("t", NAME, id, key));

            SchemaChanges changes = database.compare(Schema.of(table("t", NAME)));
            database.apply(changes.upgrade());
            assertThat(database.read()).isEqualTo(before);
            database.apply(changes.downgrade());
            assertThat(summaries(database.compare(Schema.of(table("t", NAME, id, key)))
                            .upgrade()))
                    .isEmpty();
        }
    }

    @Test
    void whatCannotBeMadeAgainIsNeitherMadeNorDropped() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of(
                    "CREATE TABLE city (id bigint NOT NULL)",
                    "CREATE VIEW big_city AS SELECT id FROM city WHERE id > 9",
                    "CREATE TABLE price (id bigint NOT NULL) WITH SYSTEM VERSIONING",
                    "CREATE TABLE measure (id bigint NOT NULL) PARTITION BY HASH (id) PARTITIONS 2",
                    "CREATE SEQUENCE ticket START 10 INCREMENT 5 MINVALUE 10 MAXVALUE 500 CYCLE"));
            Schema before = database.read();
            Schema desired = new Schema(
                    List.of(table("city", ID), table("big_city", ID), table("measure", ID)),
                    List.of(new Sequence(QualifiedName.of("ticket"), 10, 5)),
                    List.of());

            assertThat(summaries(database.compare(desired).upgrade())).isEmpty();

            SchemaChanges changes = database.compare(Schema.of(table("other", ID)));
            assertThat(summaries(changes.upgrade()))
                    .containsExactly("create table other", "drop table city", "drop sequence ticket");
            assertThat(changes.notes())
                    .contains(
                            "Keeps table 'measure': it is partitioned or inherits, which a downgrade could not bring back");
            database.apply(List.of(changes.upgrade().get(2)));
            database.apply(List.of(changes.downgrade().get(0)));
            assertThat(database.read().sequences()).isEqualTo(before.sequences());
        }
    }

    @Test
    void aTableThatTheUserMayNotAlterIsLeftOut() throws SQLException {
        var database = TestDatabases.mariadb();
        database.run(
                "CREATE TABLE mine (id bigint NOT NULL)",
                "CREATE TABLE theirs (id bigint NOT NULL)",
                "CREATE OR REPLACE USER 'half'@'%' IDENTIFIED BY 'half'",
                "CREATE OR REPLACE USER 'reader'@'%' IDENTIFIED BY 'reader'",
                "CREATE OR REPLACE USER 'whole'@'%' IDENTIFIED BY 'whole'",
                "GRANT SELECT ON * TO 'half'@'%'",
                "GRANT ALTER ON mine TO 'half'@'%'",
                "GRANT SELECT ON * TO 'reader'@'%'",
                "GRANT SELECT, ALTER ON * TO 'whole'@'%'");

        assertThat(tables(database.url(), "half")).containsExactly("mine");
        assertThat(schema(database.url(), "half").kept()).containsExactly(QualifiedName.of("theirs"));
        assertThat(tables(database.url(), "whole")).containsExactly("mine", "theirs");
        assertThat(tables(database.url(), "reader")).containsExactly("mine", "theirs");
        assertThat(tables(database.url(), null)).containsExactly("mine", "theirs");
    }

    private static List<String> tables(String url, @Nullable String user) throws SQLException {
        return schema(url, user).tables().stream()
                .map(table -> table.name().name())
                .toList();
    }

    private static Schema schema(String url, @Nullable String user) throws SQLException {
        String as = user == null ? url : url.replaceFirst("user=[^&]*", "user=" + user + "&password=" + user);
        try (var connection = DriverManager.getConnection(as)) {
            return Dialects.of(connection).reflector().read(connection, Scope.DEFAULT_SCHEMA);
        }
    }
}
