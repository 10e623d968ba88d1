package dev.retort.diff;

import static dev.retort.diff.Schemas.ID;
import static dev.retort.diff.Schemas.NAME;
import static dev.retort.diff.Schemas.summaries;
import static dev.retort.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

class KeyDiffTests {

    private static final DiffOptions OPTIONS =
            DiffOptions.DEFAULT.implicitName(name -> name.startsWith("UK") || name.startsWith("IDX"));

    @Test
    void aUniqueConstraintAndAUniqueIndexOfTheSameColumnsAreTheSameThing() {
        assertThat(changes(unique("u", "id", "name"), index("u", "id", "name").unique()))
                .isEmpty();
        assertThat(changes(index("any", "id", "name").unique(), unique(null, "id", "name")))
                .isEmpty();
    }

    @Test
    void aUniqueConstraintWithoutANameIsFoundByItsColumnsInAnyOrder() {
        assertThat(changes(unique("account_name_key", "name", "id"), unique(null, "id", "name")))
                .isEmpty();
    }

    @Test
    void aNameThatNobodyChoseIsNoDifference() {
        assertThat(changes(unique("UK1", "id"), unique("UK2", "id"))).isEmpty();
        assertThat(changes(index("IDX1", "id"), index("IDX2", "id"))).isEmpty();
        assertThat(changes(index("ix_a", "id"), index("IDX2", "id"))).isEmpty();
        assertThat(changes(index("IDX1", "id"), index("ix_b", "id"))).isEmpty();
    }

    @Test
    void aNameThatAPersonChoseIsADifference() {
        assertThat(changes(index("ix_a", "id"), index("ix_b", "id")))
                .containsExactly("drop index ix_a of account", "create index ix_b on account");
    }

    @Test
    void aChangedIndexIsDroppedAndMadeAgain() {
        assertThat(changes(index("ix", "id"), index("ix", "id", "name")))
                .containsExactly("drop index ix of account", "create index ix on account");
        assertThat(changes(index("ix", "id"), index("ix", "id").unique())).hasSize(2);
        assertThat(changes(index("ix", "id").where("id > 0"), index("ix", "id").where("id > 1")))
                .hasSize(2);
        assertThat(changes(index("ix", "id"), index("ix", "id").including("name")))
                .hasSize(2);
    }

    @Test
    void theOrderOfAnIndexesColumnsMatters() {
        assertThat(changes(index("ix", "id", "name"), index("ix", "name", "id")))
                .hasSize(2);
    }

    @Test
    void expressionsAndPredicatesAreComparedByWhatTheySay() {
        var expression = new Index(
                "ix",
                QualifiedName.of("account"),
                List.of(IndexPart.expression("lower(name)")),
                false,
                "id > 0",
                "btree",
                List.of());
        var spaced = new Index(
                "ix",
                QualifiedName.of("account"),
                List.of(IndexPart.expression("lower( name )")),
                false,
                "(id > 0)",
                null,
                List.of());

        assertThat(changes(expression, spaced)).isEmpty();
    }

    @Test
    void aWishThatIsThereTwiceIsMetOnce() {
        assertThat(changes(List.of(unique("account_id_key", "id")), List.of(unique(null, "id"), unique("UK7", "id"))))
                .isEmpty();
    }

    @Test
    void aWishIsNotMetByWhatIsAboutToGo() {
        assertThat(changes(
                        List.of(index("ix", "id", "name").unique()),
                        List.of(index("ix", "id"), unique(null, "id", "name"))))
                .containsExactly(
                        "drop index ix of account", "create index ix on account", "add unique constraint to account");
    }

    @Test
    void aKeyNobodyWantsIsDropped() {
        assertThat(changes(List.of(unique("u", "id"), index("ix", "name")), List.of()))
                .containsExactly("drop unique constraint u of account", "drop index ix of account");
    }

    @Test
    void aPrimaryKeyIsItsColumnsNotItsName() {
        assertThat(changes(new PrimaryKey("a", List.of("id", "name")), new PrimaryKey(null, List.of("name", "id"))))
                .isEmpty();
        assertThat(changes(new PrimaryKey("a", List.of("id")), new PrimaryKey(null, List.of("id", "name"))))
                .containsExactly(
                        "drop primary key a of account", "alter column account.name", "add primary key to account");
    }

    @Test
    void aCheckWithANameIsComparedByNameThenByExpression() {
        assertThat(changes(new CheckConstraint("c", "id > 0"), new CheckConstraint("c", "(id > 0)")))
                .isEmpty();
        assertThat(changes(new CheckConstraint("c", "id > 0"), new CheckConstraint("c", "id > 1")))
                .containsExactly("drop check constraint c of account", "add check constraint c to account");
        assertThat(changes(new CheckConstraint("c", "id > 0"), new CheckConstraint("d", "id > 0")))
                .hasSize(2);
    }

    @Test
    void aCheckWithoutANameIsComparedByExpression() {
        assertThat(changes(new CheckConstraint("account_id_check", "id > 0"), new CheckConstraint(null, "id > 0")))
                .isEmpty();
        assertThat(changes(new CheckConstraint(null, "id > 0"), new CheckConstraint("c", "id > 0")))
                .isEmpty();
        assertThat(changes(new CheckConstraint("account_id_check", "id > 0"), new CheckConstraint(null, "id > 1")))
                .containsExactly(
                        "drop check constraint account_id_check of account", "add check constraint to account");
    }

    private static UniqueConstraint unique(@Nullable String name, String... columns) {
        return new UniqueConstraint(name, List.of(columns), false);
    }

    private static Index index(String name, String... columns) {
        return Index.of(name, QualifiedName.of("account"), List.of(columns));
    }

    private static List<String> changes(TableElement actual, TableElement desired) {
        return changes(List.of(actual), List.of(desired));
    }

    private static List<String> changes(List<? extends TableElement> actual, List<? extends TableElement> desired) {
        return summaries(SchemaDiff.between(schema(actual), schema(desired), PaperDialect.STANDARD, OPTIONS)
                .upgrade());
    }

    private static Schema schema(List<? extends TableElement> elements) {
        var all = new ArrayList<TableElement>(List.of(ID, NAME));
        all.addAll(elements);
        return Schema.of(table("account", all.toArray(TableElement[]::new)));
    }
}
