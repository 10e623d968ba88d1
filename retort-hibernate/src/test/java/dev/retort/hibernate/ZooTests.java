package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;

class ZooTests {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "h2", "mariadb"})
    void theWholeZooIsReadAs(String product) throws IOException {
        Golden.check(
                "zoo/" + product + ".txt", SchemaText.of(Reading.zoo(product).read()));
    }

    @Test
    void columnsStandInTheOrderOfTheirAttributesAfterTheKey() {
        assertThat(table("animal").columns().stream().map(Column::name))
                .startsWith("id", "species", "name", "enclosure_id", "mother_id");
    }

    @Test
    void keysHaveNoNameOfHibernates() {
        Schema schema = Reading.zoo("postgresql").read();

        assertThat(schema.tables())
                .allSatisfy(table -> assertThat(
                                table.primaryKey() == null
                                        ? null
                                        : table.primaryKey().name())
                        .isNull());
    }

    @Test
    void constraintsHaveANameOnlyIfAPersonChoseIt() {
        assertThat(table("keeper").uniques())
                .extracting(unique -> unique.name() + " " + unique.columns())
                .containsExactlyInAnyOrder(
                        "uq_keeper_badge [badge, city]",
                        "null [email]",
                        "null [lastname, firstname]",
                        "ix_keeper_nickname [nickname]");
    }

    @Test
    void aReferenceToAKeySaysWhichColumnsItMeans() {
        assertThat(table("mealnote").foreignKeys())
                .containsExactly(ForeignKey.of(
                        List.of("meal_keeper_id", "meal_number", "meal_served_on"),
                        QualifiedName.of("meal"),
                        List.of("keeper_id", "number", "served_on")));
    }

    @Test
    void aReferenceKnowsWhatADeletedTargetDoes() {
        assertThat(table("animal").foreignKeys())
                .filteredOn(key -> "fk_animal_enclosure".equals(key.name()))
                .singleElement()
                .extracting(ForeignKey::onDelete)
                .isEqualTo(ReferentialAction.CASCADE);
    }

    @Test
    void aReferenceWithoutAConstraintIsNone() {
        assertThat(table("animal").foreignKeys()).noneMatch(key -> key.columns().contains("vet_id"));
    }

    @Test
    void viewsAndQueriesAreLeftOut() {
        assertThat(Reading.zoo("postgresql").read().tables())
                .extracting(table -> table.name().name())
                .doesNotContain("activekeeper", "keeperstatistics", "ticket");
    }

    @Test
    void sequencesHaveTheirStartAndStep() {
        assertThat(Reading.zoo("postgresql").read().sequences())
                .containsExactly(
                        new Sequence(QualifiedName.of("animal_number"), 1000, 20),
                        new Sequence(QualifiedName.of("mealnote_seq"), 1, 50));
    }

    @Test
    void aTableOfNumbersBeginsWithARow() {
        assertThat(table("number_pool").initialRows().toString()).isEqualTo("[{pool=enclosure, next=100}]");
    }

    @Test
    void aNameInQuotesIsExact() {
        assertThat(table("Enclosure Plan").columns())
                .extracting(Column::name)
                .containsExactly("id", "code", "Size", "order", "colour");
    }

    @Test
    void whatAColumnDefinitionSaysIsTakenApart() {
        Column colour = table("Enclosure Plan").column("colour").orElseThrow();

        assertThat(colour.defaultSql()).isEqualTo("'green'");
        assertThat(colour.nullable()).isFalse();
    }

    private static Table table(String name) {
        return Reading.zoo("postgresql").read().table(QualifiedName.of(name)).orElseThrow();
    }
}
