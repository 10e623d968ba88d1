package dev.retort.runtime;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.comment;
import static dev.retort.migration.Definitions.foreignKey;
import static dev.retort.migration.Definitions.in;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.row;
import static dev.retort.migration.Definitions.unique;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.bool;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.timestamp;
import static dev.retort.migration.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.revision.Plan;
import dev.retort.schema.QualifiedName;

/** The scripts for SQL Server, which no server has read: they are what the golden files hold, and cut as sqlcmd cuts them. */
class SqlServerScriptTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/sqlserver");
    private static final Dialect DIALECT = Dialects.offline("jdbc:sqlserver://localhost;databaseName=shop");
    private static final String GUARD = "IF @@ERROR <> 0 SET NOEXEC ON";

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "downgrade", "later", "idempotent"})
    void aScriptIsPrintedLikeThis(String kind) throws IOException {
        String written = switch (kind) {
            case "upgrade" -> story().script(DIALECT, List.of(), "head", true);
            case "downgrade" -> story().downgradeScript(DIALECT, "cccc", "aaaa");
            case "later" -> story().laterScript(DIALECT, "aaaa", "bbbb");
            default -> idempotent(story());
        };
        Path golden = GOLDEN.resolve(kind + ".sql");
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }

        assertThat(golden).content().isEqualTo(written);
    }

    @Test
    void everyStatementIsABatchAndAfterEachTheScriptFallsAsleepIfItFailed() {
        List<String> batches = batches(story().script(DIALECT, List.of(), "head", true));

        assertThat(batches.get(0)).startsWith("SET XACT_ABORT ON");
        for (int at = 0; at < batches.size(); at += 2) {
            assertThat(batches.get(at)).isNotEqualTo(GUARD);
            assertThat(batches.get(at + 1)).isEqualTo(GUARD);
        }
        assertThat(batches)
                .filteredOn(batch -> batch.startsWith("ALTER TABLE"))
                .allSatisfy(batch -> assertThat(batch).doesNotContain(";"));
    }

    @Test
    void eachRevisionIsOneTransactionOrAllAreOne() {
        var chain = new Chain().add("aaaa", op -> op.execute("SELECT 1")).add("bbbb", op -> op.execute("SELECT 2"));

        assertThat(words(chain.script(DIALECT, List.of(), "head", true)))
                .isEqualTo("SET SET BEGIN CREATE COMMIT BEGIN SELECT INSERT COMMIT BEGIN SELECT UPDATE COMMIT SET");
        assertThat(words(chain.script(DIALECT, List.of(), "head", false)))
                .isEqualTo("SET SET BEGIN CREATE SELECT INSERT SELECT UPDATE COMMIT SET");
    }

    @Test
    void whatAnErrorLeavesOpenIsRolledBackAtTheEnd() {
        List<String> batches = batches(story().script(DIALECT, List.of(), "head", true));

        assertThat(batches.get(batches.size() - 2))
                .isEqualTo("SET NOEXEC OFF;\nIF @@TRANCOUNT > 0 ROLLBACK TRANSACTION");
        assertThat(batches(idempotent(story())))
                .filteredOn(batch -> batch.startsWith("SET NOEXEC OFF"))
                .singleElement()
                .asString()
                .contains("ROLLBACK TRANSACTION", "DROP TABLE IF EXISTS #retort_script_applied");
    }

    @Test
    void noTextOfOursIsACommandOfTheClient() {
        String text = "first\nGO\n:quit\r\n!!rm\nEXIT\n$(user) \\\nlast ünï";
        var chain = new Chain().add("aaaa", op -> {
            op.createTable("t", column("a", varchar(200)).comment(text), comment(text));
            op.bulkInsert("t", List.of(row("a", text)));
            op.execute("INSERT INTO t VALUES ('a\\\nb')\nexit");
        });

        for (String script : List.of(idempotent(chain), chain.script(DIALECT, List.of(), "head", true))) {
            String ours = script.replace("INSERT INTO t VALUES ('a\\\nb')\nexit", "");
            assertThat(ours.lines()).noneMatch(line -> line.matches("(?i)\\s*(:|!!|exit|quit|reset|ed\\b).*"));
            assertThat(ours).doesNotContain("$(user)").doesNotContain("\\\n");
            assertThat(ours.lines().filter(line -> line.equals("GO")).count())
                    .isEqualTo(batches(script).size());
            assertThat(script.replace("''", "'"))
                    .contains("N'first' + NCHAR(10) + N'GO' + NCHAR(10) + N':quit' + NCHAR(13) + NCHAR(10)");
        }
        assertThat(idempotent(chain)).contains("(''a\\' + NCHAR(10) + N'b'')' + NCHAR(10) + N'exit'");
    }

    @Test
    void aStatementThatHoldsSeveralBatchesIsCut() {
        var chain = new Chain()
                .add("aaaa", op -> op.execute("CREATE TABLE t (a INT)\nGO\nCREATE VIEW v AS SELECT a FROM t\ngo\n"));

        assertThat(batches(chain.script(DIALECT, List.of(), "head", true)))
                .contains("CREATE TABLE t (a INT)", "CREATE VIEW v AS SELECT a FROM t");
        assertThat(idempotent(chain))
                .contains("EXEC (N'CREATE TABLE t (a INT)');\nEXEC (N'CREATE VIEW v AS SELECT a FROM t');\n");
    }

    @Test
    void whatCannotBeInATransactionIsNot() {
        var chain = new Chain().add("aaaa", op -> {
            op.execute("SELECT 1");
            op.execute("ALTER DATABASE shop SET RECOVERY SIMPLE WITH ROLLBACK IMMEDIATE");
            op.execute("CREATE FULLTEXT INDEX ON t (a) KEY INDEX pk_t");
        });

        assertThat(words(chain.script(DIALECT, List.of(), "head", true)))
                .isEqualTo("SET SET BEGIN CREATE COMMIT BEGIN SELECT COMMIT ALTER CREATE BEGIN INSERT COMMIT SET");
        assertThatThrownBy(() -> idempotent(chain))
                .hasMessageContaining("has a statement that cannot be part of an idempotent script");
    }

    @Test
    void aRevisionMayNotEndTheTransactionItIsIn() {
        for (String sql : List.of("SELECT 1 COMMIT", "begin tran", "IF 1 = 1\nROLLBACK;", "SAVE TRANSACTION a")) {
            var chain = new Chain().add("aaaa", op -> op.execute(sql));

            assertThatThrownBy(() -> chain.script(DIALECT, List.of(), "head", true))
                    .hasMessageContaining("begins or ends a transaction");
        }
        var harmless = new Chain().add("aaaa", op -> {
            op.execute("CREATE OR ALTER PROCEDURE p AS BEGIN TRAN COMMIT");
            op.execute("INSERT INTO [COMMIT] VALUES ('please COMMIT now') -- ROLLBACK");
        });
        assertThat(harmless.script(DIALECT, List.of(), "head", true)).contains("BEGIN TRAN COMMIT");
    }

    private static Chain story() {
        return new Chain()
                .add("aaaa", op -> {
                    op.createEnum("mood", "sad", "glad");
                    op.createTable(
                            in("sales", "Order"),
                            column("id", bigint()).notNull().identity(),
                            column("name", varchar(50)).collation("Latin1_General_BIN2"),
                            column("active", bool()).notNull().defaultSql("true"),
                            column("placed", timestamp()).notNull().defaultSql("CURRENT_TIMESTAMP"),
                            column("double_id", bigint()).generatedStored("id * 2"),
                            comment("it's an order"),
                            primaryKey("id").named("pk_order"),
                            unique("name").named("uq_name"),
                            check("id > 0").named("ck_id"));
                    op.createTable(
                            "line",
                            column("order_id", bigint()),
                            column("place", integer()),
                            column("user", varchar(20)).defaultSql("'nobody'").comment("who"),
                            primaryKey("order_id", "place"),
                            foreignKey("order_id")
                                    .references(in("sales", "Order"), "id")
                                    .named("fk_order"));
                    op.bulkInsert(
                            in("sales", "Order"), List.of(row("id", 1L, "name", "Zoë's"), row("id", 2L, "name", null)));
                    op.bulkInsert("line", List.of(row("order_id", 1L, "place", 1)));
                })
                .add(
                        "bbbb",
                        op -> {
                            op.addColumn(
                                    "line",
                                    column("note", varchar(100))
                                            .defaultSql("'-'")
                                            .comment("free text"));
                            op.alterColumn(
                                    "line", alter("user").type(varchar(40)).notNull());
                            op.alterColumn("line", alter("user").comment("who it was"));
                            op.renameColumn("line", "place", "position");
                            op.createIndex(index("ix_note", "line", "note")
                                    .where("note IS NOT NULL")
                                    .including("user"));
                            op.execute("CREATE VIEW notes AS SELECT note FROM line");
                        },
                        op -> {
                            op.execute("DROP VIEW notes");
                            op.dropIndex("ix_note", "line");
                            op.renameColumn("line", "position", "place");
                            op.alterColumn(
                                    "line", alter("user").type(varchar(20)).nullable());
                            op.dropColumn("line", "note");
                        })
                .add(
                        "cccc",
                        op -> {
                            op.renameTable("line", "Line item");
                            op.commentTable("Line item", "of an order");
                            op.execute(Map.of("sqlserver", "UPDATE STATISTICS [Line item]", "h2", "ANALYZE"));
                        },
                        op -> {
                            op.commentTable("Line item", null);
                            op.renameTable("Line item", "line");
                        });
    }

    private static String idempotent(Chain chain) {
        var table = new VersionTable(QualifiedName.of("alembic_version"), DIALECT);
        Plan plan = chain.graph().upgrade("head", List.of());
        return new MigrationScript(table, chain, true)
                .repeatable(parents(plan), QualifiedName.of("retort_history"))
                .write(List.of(), plan);
    }

    private static Map<String, List<String>> parents(Plan plan) {
        var parents = new LinkedHashMap<String, List<String>>();
        plan.steps().forEach(step -> parents.put(step.to().get(0), step.from()));
        return parents;
    }

    private static List<String> batches(String script) {
        return DIALECT.script().split(script, 1).stream()
                .map(ScriptStatement::sql)
                .toList();
    }

    private static String words(String script) {
        return String.join(
                " ",
                batches(script).stream()
                        .filter(batch -> !batch.equals(GUARD))
                        .map(batch -> batch.split("\\s+")[0])
                        .toList());
    }
}
