package dev.retort.dialect.h2;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.primaryKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.LiveDatabase;
import dev.retort.migration.Types;
import dev.retort.operation.AlterEnum;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.testing.TestDatabases;

class H2DdlTests {

    private static final QualifiedName MOOD = QualifiedName.of("mood");

    @Test
    void wordsOfAnEnumComeGoAndMoveWhileRowsKeepTheirs() throws SQLException {
        try (var database = moods()) {
            database.migrate(op -> op.alterEnum("mood", List.of("sad", "ok", "odd"), List.of("happy", "ok", "sad")));

            assertThat(database.schema().enums()).containsExactly(new EnumType(MOOD, List.of("happy", "ok", "sad")));
            assertThat(database.rows("SELECT id, now, before FROM person ORDER BY id"))
                    .containsExactly("1|sad|null", "2|ok|sad");
            assertThat(database.table("person").column("now").orElseThrow())
                    .isEqualTo(column("now", new SqlType.Enumeration(MOOD, List.of("happy", "ok", "sad")))
                            .notNull()
                            .defaultSql("'ok'"));
            database.run("INSERT INTO person (id, before) VALUES (3, 'happy')");
            assertThat(database.rows("SELECT now, before FROM person WHERE id = 3"))
                    .containsExactly("ok|happy");

            database.migrate(op -> op.alterEnum("mood", List.of("happy", "ok", "sad"), List.of("sad", "ok", "happy")));

            assertThat(database.rows("SELECT now FROM person ORDER BY now, id")).containsExactly("sad", "ok", "ok");
        }
    }

    @Test
    void aWordThatARowHoldsIsNotTakenAway() throws SQLException {
        try (var database = moods()) {
            assertThatThrownBy(() ->
                            database.migrate(op -> op.alterEnum("mood", List.of("sad", "ok", "odd"), List.of("ok"))))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("sad");

            assertThat(database.rows("SELECT id, now, before FROM person ORDER BY id"))
                    .containsExactly("1|sad|null", "2|ok|sad");
        }
    }

    @Test
    void withoutADatabaseNobodyKnowsWhoUsesAnEnum() {
        var change = new AlterEnum(new EnumType(MOOD, List.of("a")), new EnumType(MOOD, List.of("a", "b")));
        var h2 = Dialects.offline("h2");

        assertThatThrownBy(() -> h2.ddl().statements(change, h2.image()))
                .isInstanceOf(RetortException.class)
                .hasMessage("h2 must be asked which columns use the enum type 'mood'");
    }

    private static LiveDatabase moods() throws SQLException {
        var database = new LiveDatabase(TestDatabases.h2().url());
        var mood = Types.enumType("mood");
        database.migrate(op -> {
            op.createEnum("mood", "sad", "ok", "odd");
            op.createTable(
                    "person",
                    column("id", Types.integer()).notNull(),
                    column("now", mood).notNull().defaultSql("'ok'"),
                    column("before", mood),
                    primaryKey("id"));
        });
        database.run("INSERT INTO person VALUES (1, 'sad', NULL), (2, 'ok', 'sad')");
        return database;
    }
}
