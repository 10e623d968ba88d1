package dev.retort.diff;

import static dev.retort.diff.Schemas.ID;
import static dev.retort.diff.Schemas.NAME;
import static dev.retort.diff.Schemas.summaries;
import static dev.retort.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.operation.CreateTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.testing.SchemaOrder;

/** What a column of MariaDB is beside what a model can say stays when the column is changed, or comes back. */
class MariaDbAttributesTests {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Column SECRET =
            Column.of("secret", new SqlType.VarChar(5)).notNull().defaultSql("'x'");

    @Test
    void aColumnStaysInvisibleWhenItsOwnCheckChangesAndGoes() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of("CREATE TABLE t (id bigint NOT NULL, secret varchar(5) NOT NULL DEFAULT 'x' INVISIBLE"
                    + " CHECK (secret <> 'y'))"));
            Schema before = database.read();
            for (Table desired : List.of(
                    table("t", ID, SECRET, new CheckConstraint("secret", "secret <> 'z'")), table("t", ID, SECRET))) {
                SchemaChanges changes = database.compare(Schema.of(desired));

                database.apply(changes.upgrade());
                database.sql(List.of("INSERT INTO t VALUES (2)"));
                assertThat(database.compare(Schema.of(desired)).upgrade()).isEmpty();
                database.apply(changes.downgrade());
                database.sql(List.of("INSERT INTO t VALUES (3)"));
                assertThat(database.read()).isEqualTo(before);
            }
        }
    }

    @Test
    void anInvisibleColumnThatWasDroppedComesBackInvisible() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of("CREATE TABLE t (id bigint NOT NULL, secret varchar(5) NOT NULL DEFAULT 'x' INVISIBLE,"
                    + " at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp() INVISIBLE,"
                    + " note longtext INVISIBLE)"));
            Schema before = database.read();
            Column at = Column.of("at", new SqlType.Timestamp(null, true))
                    .notNull()
                    .defaultSql("current_timestamp() ON UPDATE current_timestamp()");
            Column note = Column.of("note", new SqlType.Text());
            assertThat(database.compare(Schema.of(table("t", ID, SECRET, at, note)))
                            .upgrade())
                    .isEmpty();
            for (Table desired : List.of(table("t", ID), table("other", ID))) {
                SchemaChanges changes = database.compare(Schema.of(desired));

                database.apply(changes.upgrade());
                database.apply(changes.downgrade());
                database.sql(List.of("INSERT INTO t VALUES (1)"));
                assertThat(SchemaOrder.of(database.read())).isEqualTo(SchemaOrder.of(before));
            }
        }
    }

    @Test
    void aNewDefaultLeavesAnInvisibleColumnInvisibleAndTheOldOneComesBack() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(
                    List.of("CREATE TABLE t (id bigint NOT NULL, secret varchar(5) NOT NULL DEFAULT 'x' INVISIBLE)"));
            Schema before = database.read();
            Table desired = table("t", ID, SECRET.defaultSql("'q'"));
            SchemaChanges changes = database.compare(Schema.of(desired));

            database.apply(changes.upgrade());
            database.sql(List.of("INSERT INTO t VALUES (1)"));
            assertThat(database.compare(Schema.of(desired)).upgrade()).isEmpty();
            database.apply(changes.downgrade());
            assertThat(database.read()).isEqualTo(before);
        }
    }

    @Test
    void aChangedColumnStaysCompressedAndUnversioned() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of("SET @@system_versioning_alter_history = KEEP", """
                    CREATE TABLE t (id bigint NOT NULL, name varchar(50) COMPRESSED COMMENT 'who',
                        hits int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING"""));
            Column hits = Column.of("hits", new SqlType.Int());
            assertThat(database.compare(Schema.of(table("t", ID, NAME.comment("who"), hits)))
                            .upgrade())
                    .isEmpty();
            Table desired = table(
                    "t",
                    ID,
                    NAME.type(new SqlType.VarChar(99)).comment("whose"),
                    hits.type(new SqlType.BigInt()).defaultSql("0"));

            database.apply(database.compare(Schema.of(desired)).upgrade());

            assertThat(database.stored(T)).contains("COMPRESSED", "DEFAULT 0 WITHOUT SYSTEM VERSIONING");
            assertThat(database.compare(Schema.of(desired)).upgrade()).isEmpty();
        }
    }

    @Test
    void aDefaultBeyondTheBasicPlaneIsReadAsItIs() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of(
                    "CREATE TABLE t (mood varchar(9) DEFAULT '😀\\\\?''', long_mood longtext DEFAULT ('a😀'),"
                            + " sure varchar(9) NOT NULL DEFAULT '😀', plain varchar(9) DEFAULT 'a?')",
                    "INSERT INTO t () VALUES ()"));
            Schema before = database.read();
            Table actual = before.table(T).orElseThrow();
            assertThat(actual.columns())
                    .extracting(Column::defaultSql)
                    .containsExactly("'😀\\\\?'''", "'a😀'", "'😀'", "'a?'");
            assertThat(database.compare(before).upgrade()).isEmpty();

            SchemaChanges changes = database.compare(Schema.of(actual.withColumns(List.of(
                    actual.columns().get(0).defaultSql("'😁'"),
                    actual.columns().get(1).defaultSql("('b😀')"),
                    actual.columns().get(2),
                    actual.columns().get(3)))));
            assertThat(summaries(changes.upgrade())).containsExactly("alter column t.mood", "alter column t.long_mood");
            database.apply(changes.upgrade());
            database.apply(changes.downgrade());
            assertThat(database.read()).isEqualTo(before);
        }
    }

    @Test
    void anEmptyTableHidesSuchADefaultOfANotNullColumnAndNothingIsProposedForIt() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            database.sql(List.of("CREATE TABLE t (sure varchar(9) NOT NULL DEFAULT '😀')"));
            Column sure = Column.of("sure", new SqlType.VarChar(9)).notNull();

            assertThat(database.compare(Schema.of(table("t", sure.defaultSql("'😀'"))))
                            .upgrade())
                    .isEmpty();
            assertThat(database.compare(Schema.of(table("t", sure.defaultSql("'😀!'"))))
                            .upgrade())
                    .hasSize(1);
        }
    }

    @Test
    void wordsOfAnEnumThatTheServerWouldLoseAreRefused() throws SQLException {
        try (var database = new LiveDatabase("mariadb")) {
            Column mood = Column.of("mood", new SqlType.Enumeration(null, List.of("fine", "😀")));

            assertThatThrownBy(() -> database.apply(List.of(new CreateTable(table("t", mood), false))))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("has question marks for '😀'");
        }
    }
}
