package dev.retort.dialect;

import static dev.retort.migration.Definitions.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.RetortException;
import dev.retort.migration.Types;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

class NamedEnumTests {

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void oneRevisionMakesUsesAndDropsAnEnumOnEveryDatabase(TestDatabase product) throws SQLException {
        try (var database = new LiveDatabase(product.url())) {
            database.migrate(op -> {
                op.createEnum("mood", "happy", "sad");
                op.createTable("person", column("mood", Types.enumType("mood", "happy", "sad")));
            });
            database.run("INSERT INTO person VALUES ('sad')");

            assertThat(database.rows("SELECT mood FROM person")).containsExactly("sad");

            database.migrate(op -> {
                op.dropTable("person");
                op.dropEnum("mood");
            });
            assertThat(database.schema().enums()).isEmpty();
        }
    }

    @Test
    void mariaDbSaysThatEachColumnHasToChange() throws SQLException {
        try (var database = new LiveDatabase(TestDatabases.mariadb().url())) {
            assertThatThrownBy(() ->
                            database.migrate(op -> op.alterEnum("mood", List.of("happy"), List.of("happy", "sad"))))
                    .isInstanceOfSatisfying(RetortException.class, refusal -> {
                        assertThat(refusal).hasMessageContaining("'mood'").hasMessageContaining("part of each column");
                        assertThat(refusal.hint()).contains("alterColumn");
                    });
        }
    }
}
