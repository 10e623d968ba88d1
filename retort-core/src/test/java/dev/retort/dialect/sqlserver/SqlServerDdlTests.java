package dev.retort.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.dialect.Ddl;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentTable;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

class SqlServerDdlTests {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final SqlType INT = new SqlType.Int();
    private static final Column A = Column.of("a", INT);
    private static final Ddl DDL = new SqlServerDialectProvider().offline().ddl();

    @Test
    void aColumnSaysWhetherItAcceptsNullAndRowsThatAreThereGetItsDefault() {
        assertThat(sql(new AddColumn(T, A))).containsExactly("ALTER TABLE t ADD a INTEGER NULL");
        assertThat(sql(new AddColumn(T, A.defaultSql("7"))))
                .containsExactly("ALTER TABLE t ADD a INTEGER NULL DEFAULT 7 WITH VALUES");
        assertThat(sql(new AddColumn(T, A.notNull().defaultSql("7"))))
                .containsExactly("ALTER TABLE t ADD a INTEGER NOT NULL DEFAULT 7");
        assertThat(sql(new AddColumn(T, A.numbering(new Identity(true, 5L, null)))))
                .containsExactly("ALTER TABLE t ADD a INTEGER NOT NULL IDENTITY(5,1)");
        assertThat(sql(new AddColumn(T, A.generatedStored("b + 1").notNull())))
                .containsExactly("ALTER TABLE t ADD a AS (b + 1) PERSISTED NOT NULL");
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "FALSE, 0", "1, 1", "dbo.f(), dbo.f()"})
    void truthIsANumber(String given, String printed) {
        Column column = Column.of("b", new SqlType.Bool()).notNull().defaultSql(given);

        assertThat(sql(new AddColumn(T, column)))
                .containsExactly("ALTER TABLE t ADD b BIT NOT NULL DEFAULT " + printed);
        assertThat(sql(alter(ColumnChange.NONE.withDefault(given))))
                .endsWith("ALTER TABLE t ADD DEFAULT " + printed + " FOR a");
    }

    @Test
    void aChangedColumnIsGivenItsWholeTypeAgain() {
        Column text = Column.of("a", new SqlType.VarChar(20)).notNull().collation("Latin1_General_BIN2");

        assertThat(sql(AlterColumn.between(T, text, text.type(new SqlType.VarChar(9000)))))
                .containsExactly("ALTER TABLE t ALTER COLUMN a VARCHAR(max) COLLATE Latin1_General_BIN2 NOT NULL");
        assertThat(sql(AlterColumn.between(T, text, text.nullable(true))))
                .containsExactly("ALTER TABLE t ALTER COLUMN a VARCHAR(20) COLLATE Latin1_General_BIN2 NULL");
        assertThat(sql(AlterColumn.between(T, text, text.collation(null))))
                .containsExactly("ALTER TABLE t ALTER COLUMN a VARCHAR(20) NOT NULL");
        assertThat(sql(alter(ColumnChange.NONE.withNullable(false)), knowing(Table.of(T, A))))
                .containsExactly("ALTER TABLE t ALTER COLUMN a INTEGER NOT NULL");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void halfADefinitionIsRefused(boolean type) {
        ColumnChange change =
                type ? ColumnChange.NONE.withType(new SqlType.BigInt(), null) : ColumnChange.NONE.withNullable(false);

        assertRefused(alter(change), "needs its type and whether it accepts NULL", "alterColumn(table, before, after)");
    }

    @Test
    void aDefaultMakesWayForAnotherType() {
        Column before = A.defaultSql("7");

        List<String> statements = sql(AlterColumn.between(T, before, before.type(new SqlType.BigInt())));

        assertThat(statements).hasSize(3);
        assertThat(statements.get(0)).contains("sys.default_constraints", "N'ALTER TABLE t DROP CONSTRAINT '");
        assertThat(statements.subList(1, 3))
                .containsExactly("ALTER TABLE t ALTER COLUMN a BIGINT NULL", "ALTER TABLE t ADD DEFAULT 7 FOR a");
    }

    @Test
    void aDefaultIsLookedUpUnlessThereIsNone() {
        assertThat(sql(AlterColumn.between(T, A, A.defaultSql("1"))))
                .containsExactly("ALTER TABLE t ADD DEFAULT 1 FOR a");
        assertThat(sql(alter(ColumnChange.NONE.withDefault("1")))).hasSize(2);
        assertThat(sql(alter(ColumnChange.NONE.withDefault(null))))
                .singleElement()
                .asString()
                .contains("sys.default_constraints");
    }

    @Test
    void aComputedColumnIsMadeAnewAndHoldsNoValuesInstead() {
        Column computed = A.generatedVirtual("b + 1");

        assertThat(sql(AlterColumn.between(T, computed, computed.generatedStored("b + 2"))))
                .containsExactly("ALTER TABLE t DROP COLUMN a", "ALTER TABLE t ADD a AS (b + 2) PERSISTED");
        assertThat(sql(AlterColumn.between(T, computed, computed.comment("c")))).hasSize(1);
        assertRefused(AlterColumn.between(T, computed, A), "holds values or computes them", "add a column");
        assertRefused(AlterColumn.between(T, A, computed), "holds values or computes them", "add a column");
        assertRefused(new AddColumn(T, computed.notNull()), "cannot reject NULL in column 't.a'", "stored");
    }

    @Test
    void whatStandsOnADroppedColumnIsDroppedByWhateverNameItHas() {
        List<String> statements = sql(new DropColumn(QualifiedName.of("s", "it's"), "a]b", null));

        assertThat(statements.get(0))
                .contains(
                        "OBJECT_ID(N's.[it''s]'), @column SYSNAME = N'a]b'",
                        "N'ALTER TABLE s.\"it''s\" DROP CONSTRAINT ' + QUOTENAME(name)",
                        "sys.default_constraints",
                        "sys.foreign_key_columns",
                        "CONSTRAINT_COLUMN_USAGE");
        assertThat(statements.get(1)).isEqualTo("ALTER TABLE s.\"it's\" DROP COLUMN [a]]b]");
    }

    @Test
    void namesAreGivenToProceduresAsTexts() {
        assertThat(sql(new RenameTable(QualifiedName.of("s", "Old.One"), "New]'One")))
                .singleElement()
                .asString()
                .contains("sp_rename N's.[Old.One]', N'New]''One', N'OBJECT'");
        assertThat(sql(new AlterColumn(T, "select", null, ColumnChange.NONE.withName("[b"))))
                .singleElement()
                .asString()
                .contains("sp_rename N't.[select]', N'[b', N'COLUMN'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nGO", "a$(b)", "a\0"})
    void aNameThatNoClientTakesIsRefused(String name) {
        assertRefused(new DropTable(QualifiedName.of(name), null, false), "cannot stand in a script", "another name");
        assertRefused(new RenameTable(T, name), "cannot stand in a script", "another name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Mixed      | [Mixed]
            order      | [order]
            a b        | [a b]
            a]b        | [a]]b]
            it's       | "it's"
            a"]b       | "a""]b"
            a--b       | "a--b"
            a/*b       | "a/*b"
            reset      | [reset]
            plain_1    | plain_1
            """)
    void namesAreQuotedSoThatEveryClientFindsTheirEnd(String name, String spelled) {
        assertThat(sql(new DropTable(QualifiedName.of(name), null, true)))
                .containsExactly("DROP TABLE IF EXISTS " + spelled);
    }

    @Test
    void aNameOf129CharactersIsRefused() {
        assertRefused(new RenameTable(T, "x".repeat(129)), "too long for sqlserver: 129 characters, at most 128", "");
    }

    @Test
    void commentsAreAddedOrChangedOrDropped() {
        assertThat(sql(new CommentTable(T, "it's", null)).get(0))
                .contains("IF EXISTS", "sp_updateextendedproperty", "ELSE", "sp_addextendedproperty", "= N'it''s'");
        assertThat(sql(new CommentTable(T, null, null)).get(0))
                .contains("IF EXISTS", "sp_dropextendedproperty")
                .doesNotContain("@text");
        assertThat(sql(new AddColumn(T, A.comment("c"))).get(1))
                .contains("sp_addextendedproperty")
                .doesNotContain("IF EXISTS");
        assertRefused(new CommentTable(T, "x".repeat(3751), null), "3751 characters, at most 3750 are kept", "shorter");
    }

    @Test
    void whatAPrimaryKeyNeedsIsSaid() {
        Table table = Table.of(T, A, new PrimaryKey(null, List.of("A")));

        assertThat(sql(new CreateTable(table, false)).get(0))
                .contains("a INTEGER NOT NULL,")
                .contains("PRIMARY KEY ([A])");
        assertThat(sql(new AddConstraint(T, new PrimaryKey("pk", List.of("a"))), knowing(Table.of(T, A))))
                .containsExactly(
                        "ALTER TABLE t ALTER COLUMN a INTEGER NOT NULL",
                        "ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a)");
    }

    @Test
    void numbersAreGivenOnlyWhereThatIsNeeded() {
        var insert = new BulkInsert(T, List.of(Map.of("a", 1)));

        assertThat(sql(insert, knowing(Table.of(T, A)))).containsExactly("INSERT INTO t (a) VALUES (1)");
        assertThat(sql(insert, knowing(Table.of(T, A.identity()))))
                .containsExactly("SET IDENTITY_INSERT t ON;\nINSERT INTO t (a) VALUES (1);\nSET IDENTITY_INSERT t OFF");
        assertThat(sql(insert))
                .singleElement()
                .asString()
                .startsWith(
                        "IF EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(N't') AND name IN (N'a'))");
        assertThat(sql(new BulkInsert(T, List.of(Map.of("b", 1))), knowing(Table.of(T, A.identity()))))
                .containsExactly("INSERT INTO t (b) VALUES (1)");
    }

    @Test
    void valuesAreReadAlikeInEveryLanguageOfASession() {
        var literals = new SqlServerLiterals();

        assertThat(literals.spell("a'b\\")).isEqualTo("'a''b\\'");
        assertThat(literals.spell("é")).isEqualTo("N'é'");
        assertThat(literals.spell("a\\\nb")).isEqualTo("'a\\' + NCHAR(10) + 'b'");
        assertThat(literals.spell("\n")).isEqualTo("NCHAR(10)");
        assertThat(literals.spell("$(x)")).isEqualTo("'$' + '(x)'");
        assertThat(literals.spell("x".repeat(4000) + "\n")).startsWith("CAST(N'' AS NVARCHAR(MAX)) + 'xxx");
        assertThat(literals.spell(true)).isEqualTo("1");
        assertThat(literals.spell(new byte[] {1, (byte) 0xAB})).isEqualTo("0x01ab");
        assertThat(literals.spell(new UUID(0, 1))).isEqualTo("'00000000-0000-0000-0000-000000000001'");
        assertThat(literals.spell(LocalDate.of(2026, 2, 1))).isEqualTo("CAST('2026-02-01' AS DATE)");
        assertThat(literals.spell(LocalTime.of(1, 2, 3, 123456789))).isEqualTo("CAST('01:02:03.1234567' AS TIME)");
        assertThat(literals.spell(LocalDateTime.of(2026, 2, 1, 1, 2, 3)))
                .isEqualTo("CAST('2026-02-01 01:02:03' AS DATETIME2)");
        assertThat(literals.spell(OffsetDateTime.parse("2026-02-01T01:02:03.5+02:00")))
                .isEqualTo("CAST('2026-02-01 01:02:03.5+02:00' AS DATETIMEOFFSET)");
        assertThat(literals.spell(OffsetTime.parse("01:02:03+02:00"))).isEqualTo("CAST('23:02:03' AS TIME)");
        assertThatThrownBy(() -> literals.spell(Double.NaN)).hasMessage("SQL Server has no number 'NaN'");
    }

    @Test
    void indexesMayBeClusteredFilteredAndCarryColumns() {
        Index index = Index.of("ix", T, List.of("a"));

        assertThat(sql(new CreateIndex(index.unique().where("a > 0").including("b"), false)))
                .containsExactly("CREATE UNIQUE INDEX ix ON t (a) INCLUDE (b) WHERE a > 0");
        assertThat(sql(new CreateIndex(index.using("clustered"), false)))
                .containsExactly("CREATE CLUSTERED INDEX ix ON t (a)");
        assertRefused(new CreateIndex(index.using("gin"), false), "by the method 'gin'", "execute");
        assertRefused(
                new CreateIndex(index.withParts(List.of(IndexPart.expression("lower(a)"))), false),
                "cannot index the expression 'lower(a)'",
                "generated column");
        assertRefused(
                new CreateIndex(index.withParts(List.of(IndexPart.column("a").withNulls(true))), false),
                "NULLs",
                "execute");
    }

    @Test
    void keysReferAndAreCheckedAtOnce() {
        ForeignKey key = ForeignKey.of(List.of("a"), QualifiedName.of("p"), List.of("id"))
                .named("fk");

        assertThat(sql(new AddConstraint(
                        T, key.onDelete(ReferentialAction.RESTRICT).onUpdate(ReferentialAction.CASCADE))))
                .containsExactly("ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON UPDATE CASCADE");
        assertThat(sql(new AddConstraint(T, new UniqueConstraint("u", List.of("a"), true))))
                .containsExactly("ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)");
        assertRefused(
                new AddConstraint(T, key.deferrable(Deferral.INITIALLY_DEFERRED)), "end of a transaction", "execute");
        assertRefused(
                new AddConstraint(T, new ExclusionConstraint("e", "USING gist (a WITH &&)")),
                "no exclusion",
                "trigger");
    }

    @Test
    void sequencesCountOnFromWhereTheyStand() {
        var sequence = new Sequence(QualifiedName.of("s"), 1, 1);

        assertThat(sql(new CreateSequence(sequence.between(1L, null).cycling())))
                .containsExactly("CREATE SEQUENCE s START WITH 1 INCREMENT BY 1 MINVALUE 1 CYCLE");
        assertThat(sql(new AlterSequence(sequence, new Sequence(QualifiedName.of("s"), 1, 5).between(null, 100L))))
                .containsExactly("ALTER SEQUENCE s INCREMENT BY 5 MAXVALUE 100");
        assertRefused(
                new AlterSequence(sequence, new Sequence(QualifiedName.of("s"), 9, 1)),
                "where sequence 's' starts",
                "RESTART WITH 9");
    }

    @Test
    void thereAreNoNamedTypesListsOrExpressionsThatTurnValues() {
        var mood = new EnumType(QualifiedName.of("mood"), List.of("sad", "glad"));

        assertThat(sql(new CreateEnum(mood))).isEmpty();
        assertThat(sql(new DropEnum(mood.name(), mood))).isEmpty();
        assertRefused(new AlterEnum(mood, mood), "hold text", "change each column");
        assertRefused(new AddColumn(T, A.type(new SqlType.Array(INT))), "no lists", "json()");
        assertRefused(alter(ColumnChange.NONE.withType(INT, "a::int")), "by an expression", "add a column");
        assertRefused(AlterColumn.between(T, A, A.identity()), "change how 't.a' is numbered", "execute");
        assertRefused(new AddColumn(T, A.collation("x; DROP TABLE t")), "no collation", "fn_helpcollations");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bit               | BIT
            tinyint           | tinyint
            smallint          | SMALLINT
            int               | INTEGER
            decimal(5)        | NUMERIC(5,0)
            decimal           | NUMERIC(18,0)
            float             | DOUBLE PRECISION
            real              | REAL
            char(3)           | CHAR(3)
            varchar(20)       | VARCHAR(20)
            varchar(max)      | VARCHAR(max)
            nvarchar(20)      | nvarchar(20)
            binary(3)         | BINARY(3)
            varbinary(max)    | VARBINARY(max)
            date              | DATE
            time(3)           | TIME(3)
            datetime          | datetime
            datetime2(7)      | DATETIME2
            datetimeoffset(3) | DATETIMEOFFSET(3)
            uniqueidentifier  | UNIQUEIDENTIFIER
            xml               | xml
            rowversion        | rowversion
            """)
    void typesAreReadAsTheServerHasThem(String written, String spelled) {
        var types = new SqlServerTypes();

        assertThat(types.spell(types.parse(written))).isEqualTo(spelled);
        assertThat(types.canonical(types.parse(written))).isEqualTo(types.parse(written));
    }

    @Test
    void typesThatTheServerLacksBecomeThoseThatHoldAsMuch() {
        var types = new SqlServerTypes();

        assertThat(types.spell(new SqlType.TinyInt())).isEqualTo("SMALLINT");
        assertThat(types.spell(new SqlType.Json(true))).isEqualTo("NVARCHAR(max)");
        assertThat(types.spell(new SqlType.Text())).isEqualTo("VARCHAR(max)");
        assertThat(types.spell(new SqlType.Timestamp(9, true))).isEqualTo("DATETIMEOFFSET(7)");
        assertThat(types.spell(new SqlType.Enumeration(null, List.of("sad", "glad"))))
                .isEqualTo("VARCHAR(4)");
        assertThat(types.spell(new SqlType.Enumeration(null, List.of("fröhlich"))))
                .isEqualTo("NVARCHAR(8)");
    }

    private static AlterColumn alter(ColumnChange change) {
        return new AlterColumn(T, "a", null, change);
    }

    private static TableLookup knowing(Table table) {
        return name -> name.equals(table.name()) ? Optional.of(table) : Optional.empty();
    }

    private static List<String> sql(Operation operation) {
        return sql(operation, TableLookup.NONE);
    }

    private static List<String> sql(Operation operation, TableLookup tables) {
        return DDL.statements(operation, tables).stream().map(SqlStatement::sql).toList();
    }

    private static void assertRefused(Operation operation, String message, String hint) {
        assertThatThrownBy(() -> sql(operation)).isInstanceOfSatisfying(RetortException.class, failure -> {
            assertThat(failure).hasMessageContaining(message);
            assertThat(failure.hint()).contains(hint);
        });
    }
}
