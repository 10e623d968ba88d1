package dev.retort.diff;

import static dev.retort.diff.Schemas.ID;
import static dev.retort.diff.Schemas.NAME;
import static dev.retort.diff.Schemas.column;
import static dev.retort.diff.Schemas.compare;
import static dev.retort.diff.Schemas.reference;
import static dev.retort.diff.Schemas.summaries;
import static dev.retort.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

class SchemaDiffTests {

    private static final PrimaryKey KEY = new PrimaryKey(null, List.of("id"));
    private static final Table KEPT = table("kept", ID, KEY);

    @Test
    void tablesAreMadeAfterThoseTheyReferTo() {
        var changes = compare(
                Schema.of(KEPT),
                Schema.of(
                        KEPT,
                        table("a", ID, KEY, column("b_id"), reference("b_id", "b")),
                        table("b", ID, KEY, column("c_id"), reference("c_id", "c")),
                        table("c", ID, KEY, column("c_id"), reference("c_id", "c"))));

        assertThat(summaries(changes.upgrade())).containsExactly("create table c", "create table b", "create table a");
        assertThat(summaries(changes.downgrade())).containsExactly("drop table a", "drop table b", "drop table c");
    }

    @Test
    void tablesInACircleGetTheirLastForeignKeyAfterwards() {
        Table a = table("a", ID, KEY, column("b_id"), reference("b_id", "b"));
        Table b = table("b", ID, KEY, column("a_id"), reference("a_id", "a"));
        var changes = compare(Schema.of(KEPT), Schema.of(KEPT, a, b));

        assertThat(changes.upgrade().get(0)).isEqualTo(new CreateTable(a.withForeignKeys(List.of()), false));
        assertThat(summaries(changes.upgrade()))
                .containsExactly("create table a", "create table b", "add foreign key to a");
        assertThat(summaries(compare(Schema.of(KEPT, a, b), Schema.of(KEPT)).upgrade()))
                .containsExactly("drop foreign key of a", "drop table b", "drop table a");
    }

    @Test
    void indexesOfADroppedTableGoWithIt() {
        Table gone = table("gone", ID, Index.of("ix", QualifiedName.of("gone"), List.of("id")));

        assertThat(compare(Schema.of(KEPT, gone), Schema.of(KEPT)).upgrade())
                .containsExactly(new DropTable(gone.name(), gone, false));
    }

    @Test
    void aNameThatATableLeavesBehindIsFreeBeforeItIsTakenAgain() {
        Table before = table("person", ID, Index.of("ix_name", QualifiedName.of("person"), List.of("id")));
        Table after = table("human", ID, Index.of("ix_name", QualifiedName.of("human"), List.of("id")));

        assertThat(summaries(compare(before, after).upgrade()))
                .containsExactly("drop table person", "create table human");
    }

    @Test
    void foreignKeysAreComparedByWhatTheySay() {
        Table actual = table("a", ID, reference("id", "kept").named("FKabc"));

        assertThat(compare(Schema.of(KEPT, actual), Schema.of(KEPT, table("a", ID, reference("id", "kept"))))
                        .isEmpty())
                .isTrue();
        var cascading = table(
                "a",
                ID,
                reference("id", "kept").onDelete(ReferentialAction.CASCADE).named("FKabc"));
        assertThat(summaries(compare(Schema.of(KEPT, actual), Schema.of(KEPT, cascading))
                        .upgrade()))
                .containsExactly("drop foreign key FKabc of a", "add foreign key FKabc to a");
    }

    @Test
    void restrictIsNoActionWhereTheDialectSaysSo() {
        Schema actual = Schema.of(KEPT, table("a", ID, reference("id", "kept").onDelete(ReferentialAction.RESTRICT)));
        Schema desired = Schema.of(KEPT, table("a", ID, reference("id", "kept")));

        assertThat(compare(actual, desired).upgrade()).hasSize(2);
        assertThat(SchemaDiff.between(actual, desired, new PaperDialect(false, true), DiffOptions.DEFAULT)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aForeignKeyStandsAsideWhileItsColumnsChangeWhereTheDatabaseAsksForIt() {
        var wide = ID.type(new SqlType.Decimal(20, 0));
        Schema actual = Schema.of(KEPT, table("a", ID, reference("id", "kept").named("fk")));
        Schema desired = Schema.of(
                table("kept", wide, KEY),
                table("a", wide, reference("id", "kept").named("fk")));

        assertThat(summaries(compare(actual, desired).upgrade()))
                .containsExactly("alter column a.id", "alter column kept.id");
        assertThat(summaries(SchemaDiff.between(actual, desired, new PaperDialect(true, false), DiffOptions.DEFAULT)
                        .upgrade()))
                .containsExactly(
                        "drop foreign key fk of a",
                        "alter column a.id",
                        "alter column kept.id",
                        "add foreign key fk to a");
    }

    @Test
    void aForeignKeyStandsAsideWhileTheKeyItRefersToChanges() {
        var unique = new UniqueConstraint("u", List.of("id"), false);
        Schema actual = Schema.of(KEPT, table("a", ID, reference("id", "kept").named("fk")));
        Schema desired = Schema.of(
                table("kept", ID, unique),
                table("a", ID, reference("id", "kept").named("fk")));

        assertThat(summaries(compare(actual, desired).upgrade()))
                .containsExactly(
                        "drop foreign key fk of a",
                        "drop primary key of kept",
                        "add unique constraint u to kept",
                        "add foreign key fk to a");
    }

    @Test
    void aNewTablesForeignKeyWaitsForTheKeyItNeeds() {
        var code = column("code");
        var unique = new UniqueConstraint("u", List.of("code"), false);
        Table referring =
                table("a", ID, column("k"), ForeignKey.of(List.of("k"), QualifiedName.of("kept"), List.of("code")));

        assertThat(summaries(compare(Schema.of(KEPT), Schema.of(referring, table("kept", ID, KEY, code, unique)))
                        .upgrade()))
                .containsExactly(
                        "create table a",
                        "add column kept.code",
                        "add unique constraint u to kept",
                        "add foreign key to a");
    }

    @Test
    void sequencesAndEnumsAreMadeFirstAndDroppedLast() {
        var counter = new Sequence(QualifiedName.of("counter"), 1, 50);
        var mood = new EnumType(QualifiedName.of("mood"), List.of("sad", "ok"));
        Schema with = new Schema(List.of(KEPT, table("a", ID)), List.of(counter), List.of(mood));
        var changes = compare(Schema.of(KEPT), with);

        assertThat(summaries(changes.upgrade()))
                .containsExactly("create enum mood", "create sequence counter", "create table a");
        assertThat(summaries(compare(with, Schema.of(KEPT)).upgrade()))
                .containsExactly("drop table a", "drop enum mood", "drop sequence counter");
    }

    @Test
    void theOrderOfAnEnumsWordsIsNoDifferenceButTheWordsAre() {
        assertThat(compare(enums("a", "b"), enums("b", "a")).isEmpty()).isTrue();
        assertThat(compare(enums("a", "b"), enums("a")).notes())
                .containsExactly("Takes [b] out of enum 'e': fails if a row holds it");
    }

    @Test
    void aModelWithoutTablesIsAMistakeNotAPlan() {
        assertThatThrownBy(() -> compare(Schema.of(KEPT), Schema.of()))
                .isInstanceOf(RetortException.class)
                .hasMessage("The model has no table, but the database has 1: 'kept'");
    }

    @Test
    void namesThatTheDatabaseCannotTellApartAreReportedTogether() {
        Schema desired = Schema.of(table("a", ID, column("x"), column("\"x\"")), table("\"a\"", ID));

        assertThatThrownBy(() -> compare(Schema.of(), desired))
                .isInstanceOf(RetortException.class)
                .hasMessage("The model has names that this database cannot tell apart: "
                        + "tables '\"a\"' and 'a', columns 'x' and '\"x\"' of table 'a'");
    }

    @Test
    void tablesThatAreFilteredAreLeftAlone() {
        var options = DiffOptions.DEFAULT.includeTable(name -> !name.name().equals("alembic_version"));

        assertThat(SchemaDiff.between(
                                Schema.of(KEPT, table("alembic_version", NAME)),
                                Schema.of(KEPT),
                                PaperDialect.STANDARD,
                                options)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void objectsThatAreFilteredAreLeftAlone() {
        var byName = DiffOptions.DEFAULT.includeName((kind, table, name) -> kind != ObjectKind.INDEX);
        var byObject = DiffOptions.DEFAULT.includeObject(candidate -> candidate.kind() != ObjectKind.COLUMN);
        Schema actual = Schema.of(table("a", ID, Index.of("ix", QualifiedName.of("a"), List.of("id"))));
        Schema desired = Schema.of(table("a", ID.comment("x"), NAME));

        assertThat(summaries(SchemaDiff.between(actual, desired, PaperDialect.STANDARD, byName)
                        .upgrade()))
                .containsExactly("add column a.name", "alter column a.id");
        assertThat(summaries(SchemaDiff.between(actual, desired, PaperDialect.STANDARD, byObject)
                        .upgrade()))
                .containsExactly("drop index ix of a");
    }

    @Test
    void rewritersAreAskedOnceForEachOperationInTheirOrder() {
        var options = DiffOptions.DEFAULT
                .rewriter(operation ->
                        operation instanceof AddColumn ? List.of(Execute.of("before"), operation) : List.of(operation))
                .rewriter(operation -> operation instanceof CreateIndex create
                        ? List.of(new CreateIndex(create.index(), true))
                        : List.of(operation));
        Schema desired =
                Schema.of(table("kept", ID, KEY, NAME, Index.of("ix", QualifiedName.of("kept"), List.of("id"))));

        var changes = SchemaDiff.between(Schema.of(KEPT), desired, PaperDialect.STANDARD, options);

        assertThat(summaries(changes.upgrade()))
                .containsExactly("execute SQL", "add column kept.name", "create index ix on kept");
        assertThat(((CreateIndex) changes.upgrade().get(2)).concurrently()).isTrue();
        assertThat(summaries(changes.downgrade())).containsExactly("drop index ix of kept", "drop column kept.name");
    }

    @Test
    void twoThousandTablesAreComparedInWellUnderASecond() {
        Schema actual = large("varchar");
        Schema desired = large("VARCHAR");
        var fastest = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            List<Operation> none = compare(actual, desired).upgrade();
            var elapsed = Duration.ofNanos(System.nanoTime() - start);
            fastest = elapsed.compareTo(fastest) < 0 ? elapsed : fastest;
            assertThat(none).isEmpty();
        }

        assertThat(fastest).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void aChainOfAHundredThousandTablesNeedsNoDeepStack() {
        var tables = new ArrayList<Table>();
        for (int i = 0; i < 100_000; i++) {
            tables.add(table("t" + i, ID, reference("id", "t" + (i + 1))));
        }

        assertThat(TableOrder.of(tables, QualifiedName::name).get(0).table().name())
                .isEqualTo(QualifiedName.of("t99999"));
    }

    private static Schema large(String type) {
        var tables = new ArrayList<Table>();
        for (int i = 0; i < 2000; i++) {
            var elements = new ArrayList<TableElement>(List.of(ID, KEY));
            for (int j = 0; j < 11; j++) {
                elements.add(
                        Column.of("c" + j, new SqlType.Named(type + "(50)")).defaultSql("'x'"));
            }
            elements.add(reference("c1", "t" + (i / 2)));
            elements.add(Index.of("ix_" + i, QualifiedName.of("t" + i), List.of("c2")));
            tables.add(Table.of(QualifiedName.of("t" + i), elements));
        }
        return new Schema(tables, List.of(), List.of());
    }

    private static Schema enums(String... words) {
        return new Schema(List.of(KEPT), List.of(), List.of(new EnumType(QualifiedName.of("e"), List.of(words))));
    }
}
