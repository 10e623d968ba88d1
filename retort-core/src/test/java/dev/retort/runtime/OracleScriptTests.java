package dev.retort.runtime;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.comment;
import static dev.retort.migration.Definitions.foreignKey;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.row;
import static dev.retort.migration.Definitions.sequence;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.bool;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.text;
import static dev.retort.migration.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.migration.Operations;
import dev.retort.schema.QualifiedName;

/** What {@code --sql} prints for Oracle, which no run of ours has ever reached. */
class OracleScriptTests {

    private static final Dialect ORACLE = Dialects.offline("oracle");

    /** {@code ScriptSplitterTests} cuts it again. */
    private static final Path GOLDEN = Path.of("src/test/resources/golden/script/oracle/printed.sql");

    private static final String TRIGGER = """
            CREATE TRIGGER account_number BEFORE INSERT ON account FOR EACH ROW
            BEGIN
                -- ----------
                :new.name := 'a;b';

            END;""";

    @Test
    void theWholeScriptIsThis() throws IOException {
        String script = story().script(ORACLE, List.of(), "head", true);
        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(GOLDEN, script);
        }

        assertThat(GOLDEN).content().isEqualTo(script);
    }

    @Test
    void whatIsCutOutOfAScriptIsWhatARunWouldExecute() {
        var cut = ORACLE.script().split(story().script(ORACLE, List.of(), "head", true), 1).stream()
                .map(ScriptStatement::sql)
                .toList();

        assertThat(cut).startsWith("""
                CREATE TABLE alembic_version (
                    version_num VARCHAR2(32 CHAR) NOT NULL,
                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                )""");
        assertThat(cut)
                .contains(TRIGGER, "BEGIN NULL; END;", "DELETE FROM account WHERE name = ';'")
                .containsSubsequence(
                        "INSERT INTO alembic_version (version_num) VALUES ('aaaa')",
                        "COMMIT",
                        "UPDATE alembic_version SET version_num='bbbb' WHERE version_num = 'aaaa'",
                        "COMMIT")
                .endsWith("COMMIT");
        assertThat(cut.stream().filter("COMMIT"::equals)).hasSize(3);
        assertThat(cut).noneMatch(sql -> sql.contains("WHENEVER") || sql.contains("SET DEFINE") || sql.equals("EXIT"));
    }

    /** No parts of PL/SQL, of which H2 has none. */
    @Test
    void theSqlOfTheScriptRunsWhereOraclesWordsAreUnderstood() throws SQLException {
        String script = story().script(ORACLE, List.of(), "head", true);
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=Oracle");
                var statement = connection.createStatement()) {
            for (ScriptStatement cut : ORACLE.script().split(script, 1)) {
                if (!cut.sql().matches("(?s)(BEGIN|DECLARE|CREATE TRIGGER) .*|(BEGIN|DECLARE)\n.*")) {
                    statement.execute(cut.sql());
                }
            }
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT full_name FROM account ORDER BY balance")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            assertThat(names).containsExactly("it's & that;", "a\n/\n\n@b\n#c-\nd\t😀");
        }
    }

    @Test
    void aLaterScriptAndTheWayBackKnowWhatWentBefore() {
        assertThat(story().laterScript(ORACLE, "bbbb", "head"))
                .startsWith("-- No database was asked")
                .contains("@FILE\n-- and to nothing else: it has commands of this client\n\nWHENEVER OSERROR EXIT")
                .doesNotContain("CREATE TABLE alembic_version")
                .doesNotContain("MODIFY balance")
                .endsWith("EXIT\n\n");
        assertThat(story().downgradeScript(ORACLE, "cccc", "base"))
                .contains("DELETE FROM alembic_version WHERE version_num = 'aaaa'\n/\n\nCOMMIT\n/\n\nEXIT");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~UPDATE t SET a = 'x\n/\ny'~, is a slash: /",
                "~UPDATE t SET a = 'x\n @y'~, begins with @:  @y",
                "~UPDATE t SET a = 'x\n#y'~, begins with #: #y",
                "~UPDATE t SET a = 5 -\n1~, ends with a hyphen: UPDATE t SET a = 5 -"
            })
    void aLineThatItsClientWouldTakeForItselfIsRefused(String sql, String trouble) {
        var chain = new Chain().add("aaaa", op -> op.execute(sql));

        assertThatThrownBy(() -> chain.script(ORACLE, List.of(), "head", true))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("SQL*Plus would misread line")
                .hasMessageContaining(trouble);
    }

    @Test
    void whatIsNoStatementIsNotPrinted() {
        assertThat(ORACLE.ddl().terminated("-- nothing; but a comment")).isEmpty();
        assertThat(ORACLE.ddl().terminated("DELETE FROM a; -- first\nDELETE FROM b;"))
                .isEqualTo("DELETE FROM a\n/\n\nDELETE FROM b\n/");
    }

    @Test
    void hostileNamesAndTextAreCutOutOfAScriptAsTheyWentIn() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> pieces = List.of(
                "a", "B", "_", "1", "'", "''", ";", "/", "-- ", "/* ", "&x", "@", "#", "\\", "é", "😀", " ", "q'[",
                "\t");
        for (int round = 0; round < 500; round++) {
            String name = hostile(random, pieces);
            String text = hostile(random, pieces) + (random.nextBoolean() ? "\n" : "") + hostile(random, pieces);
            var operations = new Operations("Hostile");
            operations.createTableIfNotExists(name, column(name, varchar(40)), comment(text));
            operations.bulkInsert(name, List.of(row(name, text)));
            operations.alterColumn(name, alter(name).comment(text).renamedTo(name + "x"));
            operations.dropTableIfExists(name);
            var spelled = new ArrayList<String>();
            var script = new StringBuilder();
            for (var step : operations.noted()) {
                for (var sql : ORACLE.ddl().statements(step.operation(), TableLookup.NONE)) {
                    spelled.add(sql.sql());
                    script.append(ORACLE.ddl().terminated(sql.sql())).append("\n\n");
                }
            }

            assertThat(ORACLE.script().split(script.toString(), 1))
                    .as("seed %d, round %d", seed, round)
                    .extracting(ScriptStatement::sql)
                    .isEqualTo(spelled);
        }
    }

    private static String hostile(Random random, List<String> pieces) {
        var text = new StringBuilder();
        for (int piece = 1 + random.nextInt(5); piece > 0; piece--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    @Test
    void aLineThatItsClientCannotReadIsRefused() {
        var chain = new Chain().add("aaaa", op -> op.execute("UPDATE t SET a = '" + "x".repeat(2500) + "'"));

        assertThatThrownBy(() -> chain.script(ORACLE, List.of(), "head", true))
                .hasMessageContaining("has 2519 bytes, more than 2499");
    }

    @Test
    void aScriptThatLooksForItselfIsRefused() {
        var script = new MigrationScript(new VersionTable(QualifiedName.of("alembic_version"), ORACLE), story(), true);

        assertThatThrownBy(() -> script.repeatable(Map.of(), QualifiedName.of("retort_history")))
                .isInstanceOfSatisfying(RetortException.class, failure -> {
                    assertThat(failure).hasMessage("A script for oracle cannot look at the version table itself");
                    assertThat(failure.hint())
                            .startsWith("leave out --idempotent")
                            .doesNotContain("online");
                });
    }

    private static Chain story() {
        return new Chain()
                .add(
                        "aaaa",
                        op -> {
                            op.createTable(
                                    "account",
                                    column("id", bigint()).notNull().identity(),
                                    column("name", varchar(50)).notNull().comment("it's\n/\n& more"),
                                    column("balance", integer()).notNull(),
                                    column("parent", bigint()),
                                    primaryKey("id"),
                                    foreignKey("parent").references("account", "id"),
                                    check("balance > 0\n\n  or name = 'é;'").named("ck"),
                                    index("ix_account_name", "account", "name"),
                                    comment("Who pays"));
                            op.bulkInsert(
                                    "account",
                                    List.of(
                                            row("name", "it's & that;", "balance", 1),
                                            row("name", "a\n/\n\n@b\n#c-\nd\t😀", "balance", 2)));
                        },
                        op -> op.dropTable("account"))
                .add(
                        "bbbb",
                        op -> {
                            op.execute(TRIGGER);
                            op.execute("BEGIN NULL; END;");
                            op.execute("-- why\nDELETE FROM account WHERE name = ';';");
                            op.addColumn(
                                    "account",
                                    column("active", bool()).defaultSql("true").notNull());
                            op.createTableIfNotExists("note", column("body", text()));
                            op.createSequence(sequence("counter", 1, 1));
                        },
                        op -> op.dropTableIfExists("note"))
                .add(
                        "cccc",
                        op -> {
                            op.alterColumn("account", alter("balance").notNull());
                            op.alterColumn(
                                    "account", alter("name").type(varchar(80)).nullable());
                            op.renameColumn("account", "name", "full_name");
                            op.dropTableIfExists("note");
                        },
                        op -> op.renameColumn("account", "full_name", "name"));
    }
}
