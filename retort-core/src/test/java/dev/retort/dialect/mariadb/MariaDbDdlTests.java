package dev.retort.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentTable;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

class MariaDbDdlTests {

    private static final QualifiedName T = QualifiedName.of("order");
    private static final QualifiedName P = QualifiedName.of("p");
    private static final SqlType INT = new SqlType.Int();
    private static final SqlType NAME = new SqlType.VarChar(20);

    private static final String[] BEFORE = {
        "CREATE TABLE p (id int PRIMARY KEY, code varchar(5))",
        "INSERT INTO p VALUES (1, 'a')",
        """
        CREATE TABLE `order` (
            id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, a int NOT NULL DEFAULT 5 COMMENT 'it''s',
            name varchar(20) COLLATE utf8mb4_bin DEFAULT 'x', li int CHECK (li > 0), pid int, qid int,
            g int GENERATED ALWAYS AS (a + 1) VIRTUAL, ts datetime DEFAULT now() ON UPDATE now(),
            UNIQUE KEY uq (name), KEY ix_li (li), CONSTRAINT ck CHECK (a < 100),
            CONSTRAINT fk FOREIGN KEY (pid) REFERENCES p (id)) COMMENT 'orders'""",
        "INSERT INTO `order` (a, name, li, pid, qid) VALUES (7, 'n', 3, 1, 1)"
    };

    static Stream<Operation> operations() {
        Column a = Column.of("a", INT).notNull().defaultSql("5").comment("it's");
        Column name = Column.of("name", NAME).defaultSql("'x'").collation("utf8mb4_bin");
        Column virtual = Column.of("g", INT).generatedVirtual("`a` + 1");
        Column li = Column.of("li", INT);
        return Stream.of(
                new RenameTable(T, "Group"),
                new CommentTable(T, "it's \\ new", "orders"),
                new CommentTable(T, null, "orders"),
                new AddColumn(
                        T, Column.of("key", NAME).notNull().defaultSql("'v'").comment("c")),
                new AddColumn(T, Column.of("j", new SqlType.Json(false))),
                AlterColumn.between(T, a, a.named("A b")),
                AlterColumn.between(T, a, a.type(new SqlType.BigInt())),
                AlterColumn.between(T, a, a.nullable(true).defaultSql(null).comment(null)),
                AlterColumn.between(T, a, a.defaultSql("1 + 1")),
                AlterColumn.between(T, a, a.defaultSql(null)),
                AlterColumn.between(
                        T, name, name.type(new SqlType.Text()).comment("t").named("title")),
                AlterColumn.between(T, name, name.defaultSql(null).collation(null)),
                AlterColumn.between(T, virtual, virtual.generatedVirtual("`a` + 2")),
                AlterColumn.between(T, virtual, virtual.generatedStored("`a` + 2")),
                AlterColumn.between(T, virtual, virtual.generated(null).named("plain")),
                AlterColumn.between(T, li, li.type(new SqlType.BigInt()).named("lj")),
                AlterColumn.between(T, li, li.named("lj")),
                new AddConstraint(T, new UniqueConstraint("uq_a", List.of("a", "name"), false)),
                new AddConstraint(T, new CheckConstraint("ck_a", "`a` > 1")),
                new AddConstraint(T, new CheckConstraint("a", "`a` > 1")),
                new AddConstraint(
                        T, ForeignKey.of(List.of("qid"), P, List.of("id")).named("fk_q")),
                new DropConstraint(T, ConstraintKind.CHECK, "ck", new CheckConstraint("ck", "`a` < 100")),
                new DropConstraint(T, ConstraintKind.CHECK, "li", new CheckConstraint("li", "`li` > 0")),
                new DropConstraint(T, ConstraintKind.UNIQUE, "uq", new UniqueConstraint("uq", List.of("name"), false)),
                new DropConstraint(
                        T,
                        ConstraintKind.FOREIGN_KEY,
                        "fk",
                        ForeignKey.of(List.of("pid"), P, List.of("id")).named("fk")),
                new CreateIndex(Index.of("ix_pid", T, List.of("pid", "a")), false),
                new CreateIndex(Index.of("ix_name", T, List.of("name")).using("fulltext"), false),
                new DropIndex(T, "ix_li", Index.of("ix_li", T, List.of("li")), false),
                new CreateSequence(new Sequence(QualifiedName.of("s"), 3, 2)),
                new CreateTable(
                        Table.of(
                                QualifiedName.of("n"),
                                Column.of("id", INT).notNull(),
                                new PrimaryKey("pk_n", List.of("id")),
                                ForeignKey.of(List.of("id"), P, List.of("id"))),
                        false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRICT_ALL_TABLES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES"})
    void textIsStoredAsItIsWhateverABackslashMeans(String mode) throws SQLException {
        String comment = "c:\\dir\\ it's \\' \r\n \u00fc";
        String text = comment + '\0';
        try (var fixture = new MariaDbFixture()) {
            fixture.sql("SET SESSION sql_mode = '" + mode + "'");
            fixture.apply(new CreateTable(
                    Table.of(
                                    P,
                                    Column.of("a", new SqlType.VarChar(40)).comment("column " + comment),
                                    Column.of("e", new SqlType.Enumeration(null, List.of("x\\y", "z'")))
                                            .defaultSql("'z'''"),
                                    Column.of("\\", INT))
                            .withComment("table " + comment),
                    false));
            fixture.apply(new BulkInsert(P, List.of(Map.of("a", text, "e", "x\\y"), Map.of("a", "\\", "e", "z'"))));

            assertThat(fixture.value("SELECT GROUP_CONCAT(a, e ORDER BY CHAR_LENGTH(a) SEPARATOR '|') FROM p"))
                    .isEqualTo("\\z'|" + text + "x\\y");
            assertThat(table(fixture).comment()).isEqualTo("table " + comment);
            assertThat(table(fixture).columns().get(0).comment()).isEqualTo("column " + comment);
            fixture.apply(new CommentTable(P, "new " + comment, null));
            assertThat(table(fixture).comment()).isEqualTo("new " + comment);
        }
    }

    private static Table table(MariaDbFixture fixture) throws SQLException {
        return fixture.actual().tables().get(0);
    }

    @Test
    void textIsPutTogetherOnlyWhereItHasToBe() {
        assertThat(new MariaDbLiterals().string("it's \n a ?")).isEqualTo("'it''s \n a ?'");
        assertThat(new MariaDbLiterals().string("")).isEqualTo("''");
        assertThat(new MariaDbLiterals().string("a\\b")).isEqualTo("CONCAT('a', _utf8mb4 X'5C', 'b')");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationAndItsInverseLeaveSchemaAndRowsAsTheyWere(Operation operation) throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            fixture.sql(BEFORE);
            Schema before = fixture.actual();
            String rows = fixture.value("SELECT concat_ws(',', id, a, name, li, pid, qid, g) FROM `order`");

            fixture.apply(operation);
            assertThat(fixture.actual()).isNotEqualTo(before);
            fixture.apply(operation.inverse());

            assertThat(sorted(fixture.actual())).isEqualTo(sorted(before));
            assertThat(fixture.value("SELECT concat_ws(',', id, a, name, li, pid, qid, g) FROM `order`"))
                    .isEqualTo(rows);
        }
    }

    /** Order of checks and indexes is the catalog's own affair. */
    private static Schema sorted(Schema schema) {
        return new Schema(
                schema.tables().stream()
                        .map(table -> new Table(
                                table.name(),
                                table.columns(),
                                table.primaryKey(),
                                table.uniques(),
                                table.foreignKeys(),
                                table.checks().stream()
                                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                                        .toList(),
                                table.indexes(),
                                table.comment(),
                                List.of()))
                        .toList(),
                schema.sequences(),
                schema.enums());
    }

    @Test
    void theUniqueKeyOfAnUnnamedForeignKeyLeavesAPlainIndexOfTheSameName() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            fixture.sql(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE c (id int PRIMARY KEY, pid int UNIQUE, FOREIGN KEY (pid) REFERENCES p (id))");

            fixture.apply(new DropConstraint(
                    QualifiedName.of("c"),
                    ConstraintKind.UNIQUE,
                    "pid",
                    new UniqueConstraint("pid", List.of("pid"), false)));

            assertThat(fixture.value("SELECT group_concat(index_name, non_unique) FROM information_schema.statistics"
                            + " WHERE table_schema = database() AND table_name = 'c' AND column_name = 'pid'"))
                    .isEqualTo("pid1");
        }
    }

    @Test
    void aChangeKeepsWhatItDoesNotSpeakOf() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            fixture.sql(BEFORE);

            fixture.apply(new AlterColumn(T, "a", null, ColumnChange.NONE.withType(new SqlType.BigInt(), null)));
            fixture.apply(new AlterColumn(T, "ts", null, ColumnChange.NONE.withComment("when")));
            fixture.apply(new AlterColumn(T, "li", null, ColumnChange.NONE.withComment("positive")));
            fixture.apply(new AlterColumn(T, "id", null, ColumnChange.NONE.withComment("key")));

            Table table = fixture.actual().table(T).orElseThrow();
            assertThat(table.column("a").orElseThrow())
                    .isEqualTo(Column.of("a", new SqlType.BigInt())
                            .notNull()
                            .defaultSql("5")
                            .comment("it's"));
            assertThat(table.column("ts").orElseThrow().defaultSql())
                    .isEqualTo("current_timestamp() ON UPDATE current_timestamp()");
            assertThat(table.checks()).contains(new CheckConstraint("li", "`li` > 0"));
            assertThat(table.column("id").orElseThrow().numbering()).isNotNull();
        }
    }

    @Test
    void anIndexThatAForeignKeyNeedsCanBeDroppedAndTheKeyStays() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            fixture.sql(BEFORE);
            Index index = Index.of("ix_pid", T, List.of("pid"));
            Schema before = fixture.actual();

            fixture.apply(new CreateIndex(index, false));
            fixture.apply(new DropIndex(T, "ix_pid", index, false));

            assertThat(fixture.actual()).isEqualTo(before);
        }
    }

    @Test
    void aSequenceIsChangedWithoutMovingIt() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            var before = new Sequence(QualifiedName.of("s"), 3, 2);
            var after = new Sequence(QualifiedName.of("s"), 4, 5);
            fixture.apply(new CreateSequence(before));
            fixture.apply(new AlterSequence(before, after));

            assertThat(fixture.actual().sequences()).containsExactly(after);
            assertThat(fixture.value("SELECT NEXT VALUE FOR s")).isEqualTo("3");
        }
    }

    @Test
    void rowsOfEveryKindAreInsertedAsTheyAre() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            Table table = Table.of(
                            QualifiedName.of("r"),
                            Column.of("a", new SqlType.VarChar(50)),
                            Column.of("b", new SqlType.Timestamp(6, false)),
                            Column.of("c", new SqlType.VarBinary(9)),
                            Column.of("d", new SqlType.Bool()))
                    .withInitialRows(List.of(Map.of(
                            "a",
                            "it's \\ 😀 \"x\" `y`",
                            "b",
                            OffsetDateTime.parse("2026-01-02T03:04:05.000006+02:00"),
                            "c",
                            new byte[] {0, -1, 39},
                            "d",
                            true)));
            fixture.apply(new CreateTable(table, false));

            assertThat(fixture.value("SELECT concat_ws('|', a, b, hex(c), d) FROM r"))
                    .isEqualTo("it's \\ 😀 \"x\" `y`|2026-01-02 01:04:05.000006|00FF27|1");
        }
    }

    @Test
    void aPartialChangeOfAnUnknownColumnIsRefused() {
        var ddl = new MariaDbDialectProvider().offline().ddl();
        var change = new AlterColumn(T, "a", null, ColumnChange.NONE.withNullable(true));

        assertThatThrownBy(() -> ddl.statements(change, TableLookup.NONE))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("'order.a'");
    }

    @Test
    void whatTheServerCannotDoIsRefusedBeforeItIsAsked() {
        var ddl = new MariaDbDialectProvider().offline().ddl();
        Index index = Index.of("ix", T, List.of("a"));

        assertThatThrownBy(() -> ddl.statements(new CreateIndex(index.where("a > 1"), false), TableLookup.NONE))
                .isInstanceOf(RetortException.class)
                .hasMessage("MariaDB has no partial indexes: 'ix' of 'order'");
        assertThatThrownBy(() -> ddl.statements(new RenameTable(T, "😀"), TableLookup.NONE))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("'😀'");
        assertThatThrownBy(() ->
                        ddl.statements(new AddColumn(T, Column.of("a", new SqlType.Array(INT))), TableLookup.NONE))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("'int[]'");
    }
}
