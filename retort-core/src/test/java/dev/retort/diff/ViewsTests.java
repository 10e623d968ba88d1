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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;

/** Relations that are no tables are neither made nor dropped, and what they may need is not dropped without a word. */
class ViewsTests {

    private static final List<String> CITIES = List.of(
            "CREATE TABLE city (id bigint NOT NULL, name varchar(50))",
            "CREATE VIEW big_city AS SELECT id, name FROM city WHERE id > 9");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql", "mariadb"})
    void anEntityOnAViewMakesNoTable(String product) throws SQLException {
        try (var database = new LiveDatabase(product)) {
            database.sql(CITIES);

            SchemaChanges changes = database.compare(Schema.of(table("city", ID, NAME), table("big_city", ID, NAME)));

            assertThat(changes.upgrade()).isEmpty();
            assertThat(changes.notes())
                    .containsExactly("Leaves 'big_city' alone: it is a view, or not a table that can be changed here");
            assertThat(database.read().kept()).containsExactly(QualifiedName.of("big_city"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql", "mariadb"})
    void whoDropsAColumnIsToldOfTheViews(String product) throws SQLException {
        try (var database = new LiveDatabase(product)) {
            database.sql(CITIES);

            SchemaChanges changes = database.compare(Schema.of(table("city", ID)));

            assertThat(summaries(changes.upgrade())).containsExactly("drop column city.name");
            assertThat(changes.notes())
                    .contains("Does not look into 'big_city': a view that needs what is dropped must go first, "
                            + "and be made again");
            assertThat(database.compare(Schema.of(table("city", ID, NAME, Schemas.column("size"))))
                            .notes())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql"})
    void aDatabaseThatRefusesToDropWhatAViewNeedsHasAWayOut(String product) throws SQLException {
        try (var database = new LiveDatabase(product)) {
            database.sql(CITIES);
            SchemaChanges changes = database.compare(Schema.of(table("city", ID)));

            assertThatThrownBy(() -> database.apply(changes.upgrade()))
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(database.dialect().hint(refusal))
                                    .contains("drop ")
                                    .contains("first"));
        }
    }

    @Test
    void theOtherRelationsOfH2AreKeptAndTheRowsOfAMaterializedViewAreItsOwn() throws SQLException {
        try (var database = new LiveDatabase("h2")) {
            database.sql(List.of(
                    "CREATE TABLE city (id bigint NOT NULL)",
                    "CREATE SYNONYM town FOR city",
                    "CREATE GLOBAL TEMPORARY TABLE scratch (id bigint)",
                    "CREATE MATERIALIZED VIEW all_city AS SELECT id FROM city",
                    "CREATE TABLE \"plain$1\" (id bigint NOT NULL)"));

            assertThat(database.read().kept()).extracting(QualifiedName::name).contains("all_city", "scratch", "town");
            assertThat(database.read().tables())
                    .extracting(table -> table.name().name())
                    .containsExactlyInAnyOrder("city", "plain$1");
            assertThat(database.compare(Schema.of(
                                    table("city", ID), table("town", ID), table("scratch", ID), table("plain$1", ID)))
                            .upgrade())
                    .isEmpty();
        }
    }

    @Test
    void aVirtualTableOfSqliteIsKeptAndItsShadowsAreNotSeen() throws SQLException {
        try (var database = new LiveDatabase("sqlite")) {
            database.sql(
                    List.of("CREATE TABLE city (id bigint NOT NULL)", "CREATE VIRTUAL TABLE page USING fts5(name)"));

            assertThat(database.read().kept()).containsExactly(QualifiedName.of("page"));
            assertThat(database.compare(Schema.of(table("city", ID), table("page", NAME)))
                            .upgrade())
                    .isEmpty();
        }
    }

    @Test
    void aTableThatAnExtensionOwnsIsNotMadeAnew() throws SQLException {
        try (var database = new LiveDatabase("postgresql")) {
            database.sql(List.of(
                    "CREATE TABLE city (id bigint NOT NULL)",
                    "CREATE EXTENSION citext",
                    "ALTER EXTENSION citext ADD TABLE city"));

            assertThat(database.compare(Schema.of(table("city", ID))).upgrade()).isEmpty();
        }
    }
}
