package dev.retort.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.UniqueConstraint;

class MariaDbReflectorTests {

    private static final List<SqlType> TYPES = List.of(
            new SqlType.Bool(),
            new SqlType.TinyInt(),
            new SqlType.SmallInt(),
            new SqlType.Int(),
            new SqlType.BigInt(),
            new SqlType.Decimal(38, 2),
            new SqlType.Decimal(null, null),
            new SqlType.Real(),
            new SqlType.DoublePrecision(),
            new SqlType.Char(3),
            new SqlType.VarChar(255),
            new SqlType.VarChar(null),
            new SqlType.Text(),
            new SqlType.Binary(16),
            new SqlType.VarBinary(10),
            new SqlType.VarBinary(null),
            new SqlType.Blob(),
            new SqlType.Date(),
            new SqlType.Time(null, false),
            new SqlType.Time(6, true),
            new SqlType.Timestamp(null, false),
            new SqlType.Timestamp(6, false),
            new SqlType.Timestamp(6, true),
            new SqlType.Uuid(),
            new SqlType.Json(true),
            new SqlType.Enumeration(null, List.of("A", "it's", "b\\c", "d,e)")),
            new SqlType.Enumeration(QualifiedName.of("mood"), List.of("SAD", "OK")),
            new SqlType.Named("int unsigned"),
            new SqlType.Named("BIGINT(20) UNSIGNED"),
            new SqlType.Named("mediumint"),
            new SqlType.Named("bit"),
            new SqlType.Named("tinytext"),
            new SqlType.Named("text"),
            new SqlType.Named("mediumblob"),
            new SqlType.Named("inet6"),
            new SqlType.Named("geometry"),
            new SqlType.Named("point"),
            new SqlType.Named("year"),
            new SqlType.Named("set('a','b')"),
            new SqlType.Named("decimal(10,2) unsigned"));

    @Test
    void everyTypeIsReadBackAsItsCanonicalSelf() throws SQLException {
        var columns = new ArrayList<Column>();
        for (SqlType type : TYPES) {
            columns.add(Column.of("c" + columns.size(), type));
        }
        Table table = Table.of(QualifiedName.of("types"), columns);

        assertReadBack(Schema.of(table));
    }

    @Test
    void defaultsAndComputedColumnsAreReadBackAsTheServerKeepsThem() throws SQLException {
        assertReadBack(Schema.of(Table.of(
                QualifiedName.of("defaults"),
                Column.of("id", new SqlType.BigInt()).notNull().identity(),
                new PrimaryKey("defaults_pkey", List.of("id")),
                Column.of("a", new SqlType.Int()).notNull().defaultSql("'7'"),
                Column.of("b", new SqlType.Bool()).notNull().defaultSql("FALSE"),
                Column.of("c", new SqlType.VarChar(20))
                        .defaultSql("'it''s \\\\ 😀'")
                        .comment("it's \\ a 😀"),
                Column.of("d", new SqlType.Decimal(10, 2)).defaultSql("1"),
                Column.of("e", new SqlType.Timestamp(6, false)).defaultSql("CURRENT_TIMESTAMP(6)"),
                Column.of("f", new SqlType.Timestamp(6, true)).notNull().defaultSql("now(6)"),
                Column.of("g", new SqlType.Timestamp(null, false))
                        .defaultSql("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"),
                Column.of("h", new SqlType.Timestamp(null, true)),
                Column.of("i", new SqlType.Int()).defaultSql("1 + 1"),
                Column.of("j", new SqlType.Uuid()).defaultSql("uuid()"),
                Column.of("k", new SqlType.Json(false)).defaultSql("'{}'"),
                Column.of("l", new SqlType.Int()).defaultSql("NULL"),
                Column.of("m", new SqlType.VarChar(9)).collation("utf8mb4_bin"),
                Column.of("n", new SqlType.Named("bit(8)")).defaultSql("5"),
                Column.of("o", new SqlType.Date()).defaultSql("CURRENT_DATE"),
                Column.of("p", new SqlType.Int()).generatedStored("a*2 + length('x)')"),
                Column.of("q", new SqlType.VarChar(40)).notNull().generatedVirtual("upper(c)"),
                Column.of("r", new SqlType.Timestamp(null, false)).defaultSql("(now() + interval 1 day)"),
                new TableComment("it's \\ a table"))));
    }

    @Test
    void keysIndexesAndChecksAreReadBack() throws SQLException {
        QualifiedName parent = QualifiedName.of("parent");
        QualifiedName child = QualifiedName.of("child");
        assertReadBack(Schema.of(
                Table.of(
                        parent,
                        Column.of("a", new SqlType.Int()).notNull(),
                        Column.of("b", new SqlType.VarChar(5)).notNull(),
                        new PrimaryKey(null, List.of("b", "a"))),
                Table.of(
                        child,
                        Column.of("id", new SqlType.Int()).notNull(),
                        Column.of("a", new SqlType.Int()),
                        Column.of("b", new SqlType.VarChar(5)),
                        Column.of("c", new SqlType.Text()),
                        new PrimaryKey(null, List.of("id")),
                        new UniqueConstraint("uq_a_c", List.of("a", "id"), false),
                        new CheckConstraint("ck_range", "id > 0 AND (c <> 'x)' or c is null)"),
                        new CheckConstraint("id", "id < 100"),
                        ForeignKey.of(List.of("b", "a"), parent, List.of("b", "a"))
                                .named("fk_parent")
                                .onDelete(ReferentialAction.CASCADE)
                                .onUpdate(ReferentialAction.SET_NULL),
                        Index.of("ix_a", child, List.of("a")),
                        new Index(
                                "ix_desc",
                                child,
                                List.of(
                                        IndexPart.column("b").descendingOrder(),
                                        IndexPart.column("c").operatorClass("(10)")),
                                false,
                                null,
                                null,
                                List.of()),
                        Index.of("ix_words", child, List.of("c")).using("fulltext"))));
    }

    @Test
    void hostileNamesAreReadBack() throws SQLException {
        String odd = "a `b` \"c\" ;-- 'd' \\ é中 SELECT";
        QualifiedName name = QualifiedName.of(odd);
        assertReadBack(Schema.of(Table.of(
                name,
                Column.of(odd, new SqlType.Int()).notNull(),
                Column.of("select", new SqlType.Int()),
                Column.of("Upper", new SqlType.Int()),
                new PrimaryKey(null, List.of(odd)),
                new CheckConstraint("ck " + odd, "`Upper` > 1"),
                ForeignKey.of(List.of("select"), name, List.of(odd)).named("fk " + odd),
                Index.of("ix " + odd, name, List.of("Upper")))));
    }

    @Test
    void anIndexThatServesAnUnnamedForeignKeyIsNotShown() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            fixture.sql(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE c (a int, b int, KEY a_2 (b), FOREIGN KEY (a) REFERENCES p (id))");

            assertThat(fixture.actual().tables().get(0).indexes())
                    .extracting(Index::name)
                    .containsExactly("a_2");
        }
    }

    @Test
    void viewsAreLeftOutAndSequencesAreRead() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            var sequence = new Sequence(QualifiedName.of("order"), 5, 50);
            fixture.apply(new CreateSequence(sequence));
            fixture.sql("CREATE VIEW v AS SELECT 1", "CREATE TEMPORARY TABLE t (a int)");

            assertThat(fixture.actual())
                    .isEqualTo(new Schema(List.of(), List.of(sequence), List.of(), List.of(QualifiedName.of("v"))));
        }
    }

    @Test
    void normalizingLeavesNoTrace() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            fixture.normalized(Schema.of(Table.of(QualifiedName.of("t"), Column.of("a", new SqlType.Int()))));

            assertThat(fixture.actual().tables()).isEmpty();
            assertThat(fixture.value("SELECT count(*) FROM information_schema.TABLES WHERE TABLE_TYPE = 'TEMPORARY'"))
                    .isEqualTo("0");
        }
    }

    private static void assertReadBack(Schema desired) throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            Schema expected = fixture.normalized(desired);
            fixture.sql("SET FOREIGN_KEY_CHECKS = 0");
            for (Table table : desired.tables()) {
                fixture.apply(new CreateTable(table, false));
            }

            assertThat(fixture.actual().tables()).hasSameSizeAs(expected.tables());
            for (Table table : expected.tables()) {
                Table actual = fixture.actual().table(table.name()).orElseThrow();
                assertThat(actual.columns()).containsExactlyElementsOf(table.columns());
                assertThat(actual.checks()).containsExactlyInAnyOrderElementsOf(table.checks());
                assertThat(actual.uniques()).containsExactlyElementsOf(table.uniques());
                assertThat(actual.foreignKeys()).containsExactlyElementsOf(table.foreignKeys());
                assertThat(actual.indexes()).containsExactlyInAnyOrderElementsOf(table.indexes());
                assertThat(actual.comment()).isEqualTo(table.comment());
            }
        }
    }
}
