package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.varchar;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What {@code --sql} prints, run by itself, against what a run does. */
class MigrationScriptTests {

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aScriptLeavesWhatTheRunLeaves(TestDatabase online) throws SQLException {
        story().with(withoutHistory()).upgrade(online);
        for (boolean transactionPerMigration : List.of(true, false)) {
            TestDatabase offline = TestDatabases.create(online.product());
            Dialect dialect = Dialects.offline(online.product());

            runScript(offline, story().script(dialect, List.of(), "head", transactionPerMigration));

            assertThat(schema(offline)).isEqualTo(schema(online));
            assertThat(version(offline)).isEqualTo(version(online)).containsExactly("cccc");
            assertThat(rows(offline, "SELECT name FROM account ORDER BY id"))
                    .isEqualTo(rows(online, "SELECT name FROM account ORDER BY id"))
                    .containsExactly("it's", "semi;colon");
        }
    }

    @Test
    void oneTransactionHoldsARevisionOrAllExceptWhatCannotBeInOne() {
        var chain = new Chain().add("aaaa", op -> op.execute("SELECT 1")).add("bbbb", op -> {
            op.execute("SELECT 2");
            op.execute("VACUUM");
            op.execute("SELECT 3");
        });
        Dialect dialect = Dialects.offline("postgresql");

        assertThat(words(chain, dialect, true))
                .isEqualTo(
                        "BEGIN CREATE COMMIT BEGIN SELECT INSERT COMMIT BEGIN SELECT COMMIT VACUUM BEGIN SELECT UPDATE COMMIT");
        assertThat(words(chain, dialect, false))
                .isEqualTo("BEGIN CREATE SELECT INSERT SELECT COMMIT VACUUM BEGIN SELECT UPDATE COMMIT");
    }

    @Test
    void codeCannotBePrinted() {
        var chain = new Chain().add("aaaa", op -> op.run("count the rows", connection -> {}));

        assertThatThrownBy(() -> chain.script(Dialects.offline("h2"), List.of(), "head", true))
                .hasMessageContaining("step 'count the rows' of revision 'aaaa' is code, which --sql cannot print");
    }

    @Test
    void aTableThatSqliteWouldHaveToBuildAnewMustBeKnown() {
        var chain = story();

        assertThatThrownBy(() -> chain.script(Dialects.offline("sqlite"), List.of("aaaa"), "head", true))
                .hasMessageContaining("table 'account' is not known here");
    }

    private static Chain story() {
        return new Chain()
                .add("aaaa", op -> {
                    op.createTable(
                            "account",
                            column("id", integer()).notNull(),
                            column("name", varchar(50)).notNull(),
                            new PrimaryKey("pk_account", List.of("id")));
                    op.bulkInsert(
                            "account", List.of(Map.of("id", 1, "name", "it's"), Map.of("id", 2, "name", "semi;colon")));
                })
                .add("bbbb", op -> {
                    op.alterColumn("account", column("name", varchar(50)).notNull(), column("name", varchar(80)));
                    op.createIndex(index("ix_account_name", "account", "name"));
                })
                .add("cccc", op -> {
                    op.addColumn("account", column("age", integer()));
                    op.renameColumn("account", "age", "years");
                    op.createTable(
                            "extra", column("id", integer()).notNull(), new PrimaryKey("pk_extra", List.of("id")));
                });
    }

    private static RunOptions withoutHistory() {
        return new RunOptions(
                true,
                RunOptions.DEFAULT.lockTimeout(),
                false,
                QualifiedName.of("retort_history"),
                InDoubt.ASK,
                List.of());
    }

    private static void runScript(TestDatabase database, String script) throws SQLException {
        Dialect dialect = Dialects.offline(database.product());
        database.run(dialect.script().split(script, 1).stream()
                .map(ScriptStatement::sql)
                .toArray(String[]::new));
    }

    private static Schema schema(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            Schema schema = Dialects.of(connection).reflector().read(connection, Scope.DEFAULT_SCHEMA);
            return new Schema(
                    schema.tables().stream()
                            .filter(table -> !table.name().name().equalsIgnoreCase("retort_history"))
                            .toList(),
                    schema.sequences(),
                    schema.enums());
        }
    }

    private static String words(Chain chain, Dialect dialect, boolean transactionPerMigration) {
        String script = chain.script(dialect, List.of(), "head", transactionPerMigration);
        return String.join(
                " ",
                dialect.script().split(script, 1).stream()
                        .map(statement -> statement.sql().strip().split("\\s+"))
                        .map(parts -> parts[0])
                        .toList());
    }
}
