package dev.retort.diff;

import static dev.retort.diff.Schemas.ID;
import static dev.retort.diff.Schemas.NAME;
import static dev.retort.diff.Schemas.compare;
import static dev.retort.diff.Schemas.table;
import static dev.retort.diff.Schemas.upgrade;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;

class ColumnDiffTests {

    private static final QualifiedName ACCOUNT = QualifiedName.of("account");
    private static final PrimaryKey KEY = new PrimaryKey(null, List.of("id"));

    @Test
    void equalTablesNeedNothing() {
        assertThat(compare(table("account", ID, NAME, KEY), table("account", ID, NAME, KEY)))
                .isEqualTo(new SchemaChanges(List.of(), List.of(), List.of()));
    }

    @Test
    void aColumnOnlyTheModelHasIsAdded() {
        assertThat(upgrade(table("account", ID), table("account", ID, NAME)))
                .containsExactly(new AddColumn(ACCOUNT, NAME));
    }

    @Test
    void aColumnOnlyTheDatabaseHasIsDroppedAndCanBeBroughtBack() {
        SchemaChanges changes = compare(table("account", ID, NAME), table("account", ID));

        assertThat(changes.upgrade()).containsExactly(new DropColumn(ACCOUNT, "name", NAME));
        assertThat(changes.downgrade()).containsExactly(new AddColumn(ACCOUNT, NAME));
        assertThat(changes.notes()).containsExactly("Drops column 'account.name' and what it holds");
    }

    @Test
    void everythingThatDiffersInOneColumnIsOneOperation() {
        Column after =
                NAME.type(new SqlType.VarChar(100)).notNull().defaultSql("'x'").comment("who");

        assertThat(change(NAME, after)).containsExactly(AlterColumn.between(ACCOUNT, NAME, after));
    }

    @Test
    void whatDoesNotDifferStaysAsTheDatabaseWritesIt() {
        Column actual = NAME.defaultSql("('x')").comment("");
        Column desired = NAME.defaultSql("'x'").notNull();

        assertThat(change(actual, desired)).containsExactly(AlterColumn.between(ACCOUNT, actual, actual.notNull()));
    }

    @Test
    void anEmptyCommentIsNone() {
        assertThat(change(NAME.comment(""), NAME)).isEmpty();
    }

    @Test
    void aCollationIsComparedOnlyWhereTheModelGivesOne() {
        assertThat(change(NAME.collation("C"), NAME)).isEmpty();
        assertThat(change(NAME, NAME.collation("C"))).hasSize(1);
    }

    @Test
    void aKeyColumnIsNotNullWhateverItsDefinitionSays() {
        Column nullable = ID.nullable(true);

        assertThat(upgrade(table("account", ID, KEY), table("account", nullable, KEY)))
                .isEmpty();
        assertThat(upgrade(table("account", nullable, KEY), table("account", ID, KEY)))
                .isEmpty();
    }

    @Test
    void aColumnThatLeavesTheKeyMayBeNullAgain() {
        assertThat(upgrade(table("account", ID, KEY), table("account", ID.nullable(true))))
                .contains(AlterColumn.between(ACCOUNT, ID, ID.nullable(true)));
    }

    @Test
    void numberingByTheDatabasesOwnChoiceBeginsAtOne() {
        assertThat(change(ID.numbering(new Identity(false, 1L, 1L)), ID.identity()))
                .isEmpty();
        assertThat(change(ID.identity(), ID.numbering(new Identity(false, 100L, null))))
                .hasSize(1);
        assertThat(change(ID, ID.identity())).hasSize(1);
    }

    @Test
    void aGeneratedColumnIsComparedByItsExpressionNotByADefault() {
        assertThat(change(NAME.generatedStored("lower(a)"), NAME.generatedStored("lower( a )")))
                .isEmpty();
        assertThat(change(NAME.generatedStored("lower(a)"), NAME.generatedStored("upper(a)")))
                .hasSize(1);
        assertThat(change(NAME.generatedStored("lower(a)"), NAME.generatedVirtual("lower(a)")))
                .hasSize(1);
    }

    @Test
    void namedEnumsAreTheSameByTheirName() {
        var mood = QualifiedName.of("mood");
        Column actual = NAME.type(new SqlType.Enumeration(mood, List.of("sad")));

        assertThat(change(actual, NAME.type(new SqlType.Enumeration(mood, List.of()))))
                .isEmpty();
    }

    @Test
    void whatTheDatabaseMakesOfAnExpressionIsComparedAndWhatAPersonWroteIsKept() {
        Schema actual = Schema.of(table("account", ID, NAME.defaultSql("2")));
        Schema desired = Schema.of(table("account", ID.comment("new"), NAME.defaultSql("1 + 1")));
        Schema stored = Schema.of(table("account", ID, NAME.defaultSql("2")));

        assertThat(SchemaDiff.tablesToNormalize(actual, desired, PaperDialect.STANDARD, DiffOptions.DEFAULT)
                        .tables())
                .hasSize(1);
        assertThat(SchemaDiff.between(actual, desired, stored, PaperDialect.STANDARD, DiffOptions.DEFAULT)
                        .upgrade())
                .containsExactly(AlterColumn.between(ACCOUNT, ID, ID.comment("new")));
    }

    @Test
    void onlyTablesWhoseTextsDifferAreWorthNormalising() {
        Schema actual = Schema.of(table("account", ID), table("order", ID.defaultSql("1")));
        Schema desired = Schema.of(table("account", ID.comment("new"), NAME), table("order", ID.defaultSql("1")));

        assertThat(SchemaDiff.tablesToNormalize(actual, desired, PaperDialect.STANDARD, DiffOptions.DEFAULT))
                .isEqualTo(new Schema(List.of(), List.of(), List.of()));
    }

    @Test
    void aPersonsAnswerGoesBeforeThatOfTheDialect() {
        var same = DiffOptions.DEFAULT.compareType((table, actual, desired) -> Optional.of(false));
        var differ = DiffOptions.DEFAULT.compareDefault((table, actual, desired) -> Optional.of(true));
        Schema actual = Schema.of(table("account", NAME));
        Schema desired = Schema.of(table("account", NAME.type(new SqlType.Text())));

        assertThat(SchemaDiff.between(actual, desired, PaperDialect.STANDARD, same)
                        .isEmpty())
                .isTrue();
        assertThat(SchemaDiff.between(
                                Schema.of(table("account", NAME.defaultSql("'a'"))),
                                Schema.of(table("account", NAME.defaultSql("'b'"))),
                                PaperDialect.STANDARD,
                                differ)
                        .upgrade())
                .hasSize(1);
    }

    @Test
    void notesSayWhatMayFail() {
        Column strict = Column.of("age", new SqlType.Int()).notNull();

        assertThat(compare(table("account", NAME), table("account", NAME.notNull(), strict))
                        .notes())
                .containsExactly(
                        "Makes column 'account.name' NOT NULL: fails if a row holds no value",
                        "Adds NOT NULL column 'age' to existing table 'account' without a default: fails if it has rows");
        assertThat(compare(table("account", NAME), table("account", NAME.type(new SqlType.VarChar(10))))
                        .notes())
                .singleElement()
                .asString()
                .startsWith("Changes the type of column 'account.name' from VARCHAR(50) to VARCHAR(10)");
        assertThat(compare(table("account", NAME), table("account", NAME.type(new SqlType.VarChar(60))))
                        .notes())
                .isEmpty();
    }

    private static List<Operation> change(Column before, Column after) {
        return upgrade(table("account", before), table("account", after));
    }
}
