package dev.retort.runtime;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.check;
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
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
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

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite", "h2"})
    void aStatementMayBeOfAnyLength(String product) {
        String sql = "INSERT INTO account (name) VALUES ('" + "it''s ".repeat(50_000) + "')";
        var chain = new Chain().add("aaaa", op -> op.execute(sql));

        assertThat(chain.script(Dialects.offline(product), List.of(), "head", true))
                .contains(sql + ";");
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

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aPrintedDowngradeLeavesWhatTheRunLeaves(TestDatabase database) throws SQLException {
        Chain chain = story().with(withoutHistory());
        chain.upgrade(connections(database), "bbbb");
        Schema before = schema(database);
        chain.upgrade(database);
        Dialect dialect = Dialects.offline(database.product());

        runScript(database, chain.downgradeScript(dialect, "cccc", "bbbb"));

        assertThat(schema(database)).isEqualTo(before);
        assertThat(version(database)).containsExactly("bbbb");

        runScript(database, chain.downgradeScript(dialect, "bbbb", "aaaa"));
        runScript(database, chain.laterScript(dialect, "aaaa", "bbbb"));

        assertThat(schema(database)).isEqualTo(before);
        assertThat(rows(database, "SELECT name FROM account ORDER BY id")).containsExactly("it's", "semi;colon");
    }

    @Test
    void aScriptSaysThatItTrustsTheRevisionsBeforeIt() {
        Dialect sqlite = Dialects.offline("sqlite");
        String trust = "-- No database was asked: tables are taken to be as the revisions from base to bbbb make them.";

        assertThat(story().downgradeScript(sqlite, "bbbb", "aaaa")).startsWith(trust);
        assertThat(story().laterScript(sqlite, "bbbb", "cccc")).doesNotContain(trust);
        assertThat(story().script(sqlite, List.of(), "head", true)).doesNotContain("No database was asked");
    }

    @Test
    void whatSqlByHandMakesIsKeptByARebuildInTheSameScript() throws SQLException {
        TestDatabase database = TestDatabases.sqlite();
        Chain chain = handWritten();

        runScript(database, chain.script(Dialects.offline("sqlite"), List.of(), "head", true));

        assertThat(rows(
                        database,
                        "SELECT sql FROM sqlite_master WHERE name IN ('account', 'log_account') ORDER BY name"))
                .satisfiesExactly(
                        table -> assertThat(table)
                                .contains("AUTOINCREMENT")
                                .contains("STRICT")
                                .contains("NOT NULL"),
                        trigger -> assertThat(trigger).startsWith("CREATE TRIGGER log_account"));
        database.run("INSERT INTO account (name) VALUES ('x')");
        assertThat(rows(database, "SELECT name FROM log")).containsExactly("x");

        runScript(database, chain.downgradeScript(Dialects.offline("sqlite"), "cccc", "bbbb"));

        assertThat(rows(database, "SELECT sql FROM sqlite_master WHERE name = 'account'"))
                .singleElement()
                .satisfies(table -> assertThat(table).contains("STRICT").doesNotContain("NOT NULL"));
        assertThat(rows(database, "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
                .containsExactly("log_account");
    }

    @Test
    void aTableOfWhichAStatementIsNotUnderstoodIsNotBuiltAnewUnseen() {
        Chain chain = new Chain()
                .sql("aaaa", "CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN b GEOMETRY CHECK (unheard(b));", "")
                .add("bbbb", op -> op.alterColumn("t", alter("a").notNull()));

        assertThatThrownBy(() -> chain.laterScript(Dialects.offline("sqlite"), "aaaa", "bbbb"))
                .isInstanceOfSatisfying(RetortException.class, failure -> {
                    assertThat(failure)
                            .hasMessageContaining("Cannot tell what table 't' looks like")
                            .hasMessageContaining("unheard");
                    assertThat(failure.hint()).contains("on the database itself");
                });
    }

    @Test
    void consecutiveChangesOfATableBuildItAnewOnce() throws SQLException {
        Chain chain = story().with(withoutHistory())
                .add(
                        "dddd",
                        op -> {
                            op.alterColumn("account", alter("name").notNull());
                            op.addColumn("account", column("note", varchar(10)).defaultSql("'-'"));
                            op.addConstraint("account", check("years > 0").named("ck_years"));
                            op.alterColumn("account", alter("years").defaultSql("7"));
                            op.alterColumn("extra", alter("id").type(varchar(9)));
                            op.alterColumn("account", alter("note").notNull());
                        },
                        op -> {
                            op.dropCheck("account", "ck_years");
                            op.alterColumn("account", alter("years").withoutDefault());
                            op.dropColumn("account", "note");
                            op.alterColumn("account", alter("name").nullable());
                            op.alterColumn("extra", alter("id").type(integer()));
                        });
        TestDatabase online = TestDatabases.sqlite();
        TestDatabase offline = TestDatabases.sqlite();
        Dialect dialect = Dialects.offline("sqlite");
        chain.upgrade(connections(online), "cccc");
        Schema before = schema(online);

        chain.upgrade(online);
        String script = chain.laterScript(dialect, "cccc", "dddd");
        runScript(offline, chain.script(dialect, List.of(), "head", true));

        assertThat(script.split("DROP TABLE account", -1)).hasSize(3);
        assertThat(schema(offline)).isEqualTo(schema(online));
        Table account = schema(online).table(QualifiedName.of("account")).orElseThrow();
        assertThat(account.column("years").orElseThrow().defaultSql()).isEqualTo("7");
        assertThat(account.column("note").orElseThrow().nullable()).isFalse();
        assertThat(rows(online, "SELECT note FROM account")).containsExactly("-", "-");

        chain.downgrade(online, "cccc");
        assertThat(schema(online)).isEqualTo(before);
    }

    private static ConnectionSource connections(TestDatabase database) {
        return database::connect;
    }

    private static Chain handWritten() {
        return new Chain()
                .sql("aaaa", """
                        CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT) STRICT;
                        CREATE TABLE log (name TEXT);
                        """, "")
                .sql(
                        "bbbb",
                        "CREATE TRIGGER log_account AFTER INSERT ON account BEGIN INSERT INTO log VALUES (new.name); END;",
                        "")
                .add(
                        "cccc",
                        op -> op.alterColumn("account", alter("name").notNull()),
                        op -> op.alterColumn("account", alter("name").nullable()));
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
                .add(
                        "bbbb",
                        op -> {
                            op.alterColumn(
                                    "account", column("name", varchar(50)).notNull(), column("name", varchar(80)));
                            op.createIndex(index("ix_account_name", "account", "name"));
                        },
                        op -> {
                            op.dropIndex("ix_account_name", "account");
                            op.alterColumn(
                                    "account",
                                    column("name", varchar(80)),
                                    column("name", varchar(50)).notNull());
                        })
                .add(
                        "cccc",
                        op -> {
                            op.addColumn("account", column("age", integer()));
                            op.renameColumn("account", "age", "years");
                            op.createTable(
                                    "extra",
                                    column("id", integer()).notNull(),
                                    new PrimaryKey("pk_extra", List.of("id")));
                        },
                        op -> {
                            op.dropTable("extra");
                            op.dropColumn("account", "years");
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
