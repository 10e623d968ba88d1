package dev.retort.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentTable;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

class PostgresDdlTests {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName MOOD = QualifiedName.of("mood");
    private static final SqlType INT = new SqlType.Int();

    @Test
    void aColumnIsChangedInEveryRespectAndBack() throws SQLException {
        try (var session = new PostgresSession()) {
            var before =
                    Column.of("a", new SqlType.VarChar(10)).defaultSql("'1'").comment("old");
            var after = Column.of("b", INT).notNull().defaultSql("2").comment("it's new");
            session.create(Table.of(T, before));
            session.sql("INSERT INTO t (a) VALUES ('7')");
            Column first = session.table("t").columns().get(0);

            var change = AlterColumn.between(T, before, after);
            session.apply(change);
            assertThat(session.table("t").columns()).containsExactly(after);
            assertThat(session.value("SELECT b FROM t")).isEqualTo("7");

            session.apply(change.inverse());
            assertThat(session.table("t").columns()).containsExactly(first);
            assertThat(session.value("SELECT a FROM t")).isEqualTo("7");
        }
    }

    @Test
    void aChangeThatDoesNotSayWhatWasBeforeLooksItUp() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TABLE t (a varchar(10) COLLATE \"C\" DEFAULT '1')");

            session.apply(new AlterColumn(T, "a", null, ColumnChange.NONE.withType(INT, null)));
            assertThat(session.table("t").columns())
                    .containsExactly(Column.of("a", INT).defaultSql("1"));
        }
    }

    @Test
    void wordsBecomeAnEnumAnotherEnumAndWordsAgain() throws SQLException {
        try (var session = new PostgresSession()) {
            var kind = QualifiedName.of("kind");
            session.apply(
                    new CreateEnum(new EnumType(MOOD, List.of("a", "b"))),
                    new CreateEnum(new EnumType(kind, List.of("b", "a"))));
            var words = Column.of("a", new SqlType.Text()).notNull().defaultSql("'a'::text");
            var mood = words.type(new SqlType.Enumeration(MOOD, List.of())).defaultSql("'a'::mood");
            var other = words.type(new SqlType.Enumeration(kind, List.of())).defaultSql("'a'::kind");
            session.create(Table.of(T, words));
            session.sql("INSERT INTO t VALUES ('b')");

            session.apply(AlterColumn.between(T, words, mood), AlterColumn.between(T, mood, other));
            assertThat(session.table("t").columns()).containsExactly(other);
            session.apply(AlterColumn.between(T, other, words), new DropEnum(MOOD, null), new DropEnum(kind, null));
            assertThat(session.table("t").columns()).containsExactly(words);
            assertThat(session.value("SELECT a FROM t")).isEqualTo("b");
        }
    }

    @Test
    void theOrderOfAChangeIsTypeNullDefaultCommentName() {
        var before = Column.of("a", new SqlType.Text()).defaultSql("'1'");
        var after = Column.of("b", INT).notNull().defaultSql("2").comment("c");

        assertThat(sql(AlterColumn.between(T, before, after)))
                .containsExactly(
                        "ALTER TABLE t ALTER COLUMN a DROP DEFAULT",
                        "ALTER TABLE t ALTER COLUMN a TYPE INTEGER USING a::INTEGER",
                        "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
                        "ALTER TABLE t ALTER COLUMN a SET DEFAULT 2",
                        "COMMENT ON COLUMN t.a IS 'c'",
                        "ALTER TABLE t RENAME COLUMN a TO b");
    }

    @Test
    void aCollationIsChangedAndKeptWhenTheTypeChanges() throws SQLException {
        try (var session = new PostgresSession()) {
            var plain = Column.of("a", new SqlType.VarChar(10));
            var sorted = plain.collation("C");
            session.create(Table.of(T, plain));

            session.apply(AlterColumn.between(T, plain, sorted));
            assertThat(session.table("t").columns()).containsExactly(sorted);
            session.apply(AlterColumn.between(T, sorted, sorted.type(new SqlType.Text())));
            assertThat(session.table("t").columns()).containsExactly(sorted.type(new SqlType.Text()));
            session.apply(AlterColumn.between(T, sorted.type(new SqlType.Text()), plain));
            assertThat(session.table("t").columns()).containsExactly(plain);
        }
    }

    @Test
    void numberingIsAddedAfterTheRowsThatAreThereChangedAndTakenAway() throws SQLException {
        try (var session = new PostgresSession()) {
            var plain = Column.of("id", INT).notNull();
            var numbered = plain.numbering(Identity.byDefault());
            var always = plain.numbering(new Identity(true, 5L, 2L));
            session.create(Table.of(T, plain, Column.of("x", INT)));
            session.sql("INSERT INTO t VALUES (41)");

            session.apply(AlterColumn.between(T, plain, numbered));
            session.sql("INSERT INTO t (x) VALUES (1)");
            assertThat(session.value("SELECT max(id) FROM t")).isEqualTo("42");
            session.apply(AlterColumn.between(T, numbered, always));
            assertThat(session.table("t").columns().get(0)).isEqualTo(always);
            session.apply(AlterColumn.between(T, always, plain));
            assertThat(session.table("t").columns().get(0)).isEqualTo(plain);
        }
    }

    @Test
    void theNumberingOfASerialColumnIsTakenAway() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TABLE t (id serial)");
            Column before = session.table("t").columns().get(0);

            session.apply(AlterColumn.between(T, before, before.numbering(null)));
            assertThat(session.table("t").columns().get(0)).isEqualTo(before.numbering(null));
        }
    }

    @Test
    void aComputedColumnGetsAnotherExpressionOrNone() throws SQLException {
        try (var session = new PostgresSession()) {
            var computed = Column.of("b", INT).generatedStored("a + 1");
            session.create(Table.of(T, Column.of("a", INT), computed));

            AlterColumn anew = AlterColumn.between(T, computed, computed.generatedStored("a * 3"));
            if (session.connection.getMetaData().getDatabaseMajorVersion() < 17) {
                assertThatThrownBy(() -> session.apply(anew))
                        .hasMessageContaining("cannot compute the existing column");
            } else {
                session.apply(anew);
                assertThat(session.table("t").columns().get(1)).isEqualTo(computed.generatedStored("a * 3"));
            }
            session.apply(AlterColumn.between(T, computed, computed.generated(null)));
            assertThat(session.table("t").columns().get(1)).isEqualTo(computed.generated(null));
        }
    }

    @Test
    void wordsAreAddedToAnEnumInTheirPlaces() throws SQLException {
        try (var session = new PostgresSession()) {
            var before = new EnumType(MOOD, List.of("b", "d"));
            var after = new EnumType(MOOD, List.of("a", "a2", "b", "c'", "d", "e"));
            session.apply(new CreateEnum(before), new AlterEnum(before, after));

            assertThat(session.read().enums()).containsExactly(after);
        }
    }

    @Test
    void wordsAreTakenFromAnEnumAndMovedWithoutLosingAValue() throws SQLException {
        try (var session = new PostgresSession()) {
            var before = new EnumType(MOOD, List.of("sad", "ok", "happy"));
            var after = new EnumType(MOOD, List.of("happy", "ok", "new"));
            session.apply(new CreateEnum(before));
            session.sql(
                    "CREATE TABLE t (a mood NOT NULL DEFAULT 'ok', b mood[] DEFAULT '{ok,happy}', c text)",
                    "CREATE INDEX t_a ON t (a)",
                    "INSERT INTO t VALUES ('happy', '{ok}')");
            Table table = session.table("t");

            session.apply(new AlterEnum(before, after));
            assertThat(session.read().enums()).containsExactly(after);
            assertThat(session.table("t")).isEqualTo(table);
            assertThat(session.value("SELECT a || ' ' || b::text FROM t")).isEqualTo("happy {ok}");
        }
    }

    @Test
    void aWordThatIsInUseCannotBeTakenAway() throws SQLException {
        try (var session = new PostgresSession()) {
            var before = new EnumType(MOOD, List.of("sad", "ok"));
            session.apply(new CreateEnum(before));
            session.sql("CREATE TABLE t (a mood)", "INSERT INTO t VALUES ('sad')");
            session.connection.setAutoCommit(false);

            assertThatThrownBy(() -> session.apply(new AlterEnum(before, new EnumType(MOOD, List.of("ok")))))
                    .hasMessageContaining("invalid input value for enum mood: \"sad\"");
            session.connection.rollback();
            assertThat(session.read().enums()).containsExactly(before);
            assertThat(session.value("SELECT a FROM t")).isEqualTo("sad");
        }
    }

    @Test
    void constraintsWithoutANameAreFoundAndDropped() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int REFERENCES p, d varchar(9) CHECK (d <> ''))");

            session.apply(
                    new DropConstraint(T, ConstraintKind.PRIMARY_KEY, null, new PrimaryKey(null, List.of("a"))),
                    new DropConstraint(T, ConstraintKind.UNIQUE, null, new UniqueConstraint(null, List.of("b"), false)),
                    new DropConstraint(
                            T,
                            ConstraintKind.FOREIGN_KEY,
                            null,
                            ForeignKey.of(List.of("c"), QualifiedName.of("p"), List.of("id"))),
                    new DropConstraint(T, ConstraintKind.CHECK, null, new CheckConstraint(null, "d <> ''")));
            Table table = session.table("t");
            assertThat(table.primaryKey()).isNull();
            assertThat(table.uniques()).isEmpty();
            assertThat(table.foreignKeys()).isEmpty();
            assertThat(table.checks()).isEmpty();
        }
    }

    @Test
    void aConstraintThatIsNotThereIsNamedInTheError() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TABLE t (a int)");
            var drop =
                    new DropConstraint(T, ConstraintKind.UNIQUE, null, new UniqueConstraint(null, List.of("a"), false));

            assertThatThrownBy(() -> session.apply(drop))
                    .isInstanceOf(RetortException.class)
                    .hasMessage("Cannot drop a unique constraint of 't' without its name: no such constraint is there");
        }
    }

    @Test
    void whatIsDoneIsTakenBackByTheInverse() throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("CREATE TABLE t (a int)");
            var table = TableCatalogue.indexed();
            List<Operation> operations = List.of(
                    new AddColumn(T, Column.of("New Column", INT).comment("said")),
                    new CommentTable(T, "it's\nsaid", null),
                    new CreateIndex(Index.of("t_a", T, List.of("a")), true),
                    new CreateSequence(new Sequence(QualifiedName.of("s"), 5, 2)),
                    new AlterSequence(
                            new Sequence(QualifiedName.of("s"), 5, 2), new Sequence(QualifiedName.of("s"), 7, 3)),
                    new CreateEnum(new EnumType(QualifiedName.of("e"), List.of())),
                    new CreateTable(table, false),
                    new RenameTable(table.name(), "Re named"));
            var before = session.read();
            session.apply(operations.toArray(Operation[]::new));
            for (int at = operations.size() - 1; at >= 0; at--) {
                session.apply(operations.get(at).inverse());
            }

            assertThat(session.read()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void valuesOfEveryKindAreStoredWhateverABackslashMeans(String conforming) throws SQLException {
        try (var session = new PostgresSession()) {
            session.sql("SET standard_conforming_strings = " + conforming);
            session.sql("CREATE TABLE t (a text, b bytea, c uuid, d timestamptz, e jsonb, f boolean, g numeric)");
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("a", "it's a \\ ? {d}");
            row.put("b", new byte[] {1, (byte) 200});
            row.put("c", new UUID(1, 2));
            row.put("d", java.time.Instant.EPOCH);
            row.put("e", "{\"a\": 1}");
            row.put("f", true);
            row.put("g", new java.math.BigDecimal("1.50"));
            session.apply(new BulkInsert(T, List.of(row, row)), new CommentTable(T, "c:\\dir '", null));
            assertThat(session.table("t").comment()).isEqualTo("c:\\dir '");

            assertThat(session.value("SELECT a || b::text || c || f || g || (e ->> 'a') FROM t"))
                    .isEqualTo("it's a \\ ? {d}\\x01c800000000-0000-0001-0000-000000000002true1.501");
        }
    }

    @Test
    void whatCannotRunInATransactionSaysSo() {
        assertThat(Dialects.offline("postgresql")
                        .ddl()
                        .statements(
                                new CreateIndex(Index.of("i", T, List.of("a")).unique(), true), TableLookup.NONE))
                .containsExactly(new SqlStatement("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)", false));
        assertThat(Dialects.offline("postgresql")
                        .ddl()
                        .statements(new DropIndex(QualifiedName.of("s", "t"), "i", null, true), TableLookup.NONE))
                .containsExactly(new SqlStatement("DROP INDEX CONCURRENTLY s.i", false));
    }

    @Test
    void whatTheVersionDoesNotKnowIsRefusedByName() {
        var ddl = new PostgresDialect(14).ddl();
        var column = Column.of("b", INT).generatedVirtual("a + 1");
        var unique = new UniqueConstraint("u", List.of("a"), true);

        assertThatThrownBy(() -> ddl.statements(new AddColumn(T, column), TableLookup.NONE))
                .hasMessage("postgresql 14 cannot compute 'a + 1' at each read");
        assertThatThrownBy(() -> ddl.statements(new CreateTable(Table.of(T, unique), false), TableLookup.NONE))
                .hasMessage("postgresql 14 counts every NULL of [a] as a value of its own");
    }

    @Test
    void droppingNeedsNoMoreThanTheName() {
        assertThat(sql(new DropColumn(T, "Ä", null))).containsExactly("ALTER TABLE t DROP COLUMN \"Ä\"");
        assertThat(sql(new DropEnum(MOOD, null))).containsExactly("DROP TYPE mood");
        assertThat(sql(new DropSequence(QualifiedName.of("x", "s"), null))).containsExactly("DROP SEQUENCE x.s");
    }

    private static List<String> sql(Operation operation) {
        return Dialects.offline("postgresql").ddl().statements(operation, TableLookup.NONE).stream()
                .map(SqlStatement::sql)
                .toList();
    }
}
