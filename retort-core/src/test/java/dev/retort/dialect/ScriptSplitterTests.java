package dev.retort.dialect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.RetortException;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.dialect.h2.H2Script;
import dev.retort.dialect.mariadb.MariaDbScript;
import dev.retort.dialect.oracle.OracleScript;
import dev.retort.dialect.postgresql.PostgresScript;
import dev.retort.dialect.sqlite.SqliteScript;
import dev.retort.dialect.sqlserver.SqlServerScript;

class ScriptSplitterTests {

    static final Map<String, ScriptGrammar> GRAMMARS = Map.of(
            "postgresql", PostgresScript.GRAMMAR,
            "mariadb", MariaDbScript.GRAMMAR,
            "sqlite", SqliteScript.GRAMMAR,
            "h2", H2Script.GRAMMAR,
            "sqlserver", SqlServerScript.GRAMMAR,
            "oracle", OracleScript.GRAMMAR);

    private static final Path GOLDEN = Path.of("src/test/resources/golden/script");

    static Stream<Path> goldenScripts() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        }
    }

    /** Each script NAME.sql has its statements, or the error it is refused with, in NAME.split. */
    @ParameterizedTest
    @MethodSource("goldenScripts")
    void aScriptIsCutAsItsClientWouldCutIt(Path script) throws IOException {
        ScriptGrammar grammar = grammar(script);
        String actual = describe(grammar, Files.readString(script));
        Path golden = script.resolveSibling(script.getFileName().toString().replace(".sql", ".split"));
        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(golden, actual);
        }

        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("goldenScripts")
    void windowsLineEndsAndAByteOrderMarkChangeNothing(Path script) throws IOException {
        ScriptGrammar grammar = grammar(script);
        String text = Files.readString(script);

        assertThat(describe(grammar, "\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(describe(grammar, text));
    }

    @ParameterizedTest
    @MethodSource("products")
    void statementsThatAreJoinedAreGivenBack(String product) {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var expected = new ArrayList<String>();
            var script = new StringBuilder();
            int count = random.nextInt(8);
            for (int i = 0; i < count; i++) {
                String statement = ScriptSamples.statement(product, random);
                expected.add(statement);
                script.append(ScriptSamples.blank(product, random)).append(statement);
                script.append(ScriptSamples.terminator(product, statement));
            }
            script.append(ScriptSamples.blank(product, random));

            assertThat(grammar(Path.of(product, "x")).split(script.toString(), 1))
                    .as("seed %d, round %d, script:%n%s", seed, round, script)
                    .extracting(ScriptStatement::sql)
                    .isEqualTo(expected);
        }
    }

    static Stream<String> products() {
        return GRAMMARS.keySet().stream().sorted();
    }

    @Test
    void linesAreCountedFromTheGivenOne() {
        assertThat(PostgresScript.GRAMMAR.split("\n-- a\nSELECT '\n';\n\n SELECT 2", 10))
                .containsExactly(new ScriptStatement("SELECT '\n'", 12), new ScriptStatement("SELECT 2", 15));
    }

    @Test
    void aBatchIsRepeatedAsOftenAsItSays() {
        assertThat(SqlServerScript.GRAMMAR.split("INSERT t DEFAULT VALUES\ngo 3\nSELECT 1;\nGO", 1))
                .extracting(ScriptStatement::sql)
                .containsExactly(
                        "INSERT t DEFAULT VALUES", "INSERT t DEFAULT VALUES", "INSERT t DEFAULT VALUES", "SELECT 1;");
    }

    @Test
    void aHugeStatementTakesTimeInProportionToItsLength() {
        var script = new StringBuilder("INSERT INTO t VALUES (0, '')");
        while (script.length() < 5_000_000) {
            script.append(",(17, 'it''s a value /* - */ $a$ of some length', \"x\")");
        }
        String sql = script.toString();
        long before = System.nanoTime();

        assertThat(GRAMMARS.values())
                .allSatisfy(grammar ->
                        assertThat(grammar.split(sql + ";\nGO\nSELECT 1", 1)).hasSizeGreaterThanOrEqualTo(1));

        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }

    @Test
    void whatIsNeverClosedIsToldWithItsFirstLine() {
        assertThatThrownBy(() -> MariaDbScript.GRAMMAR.split("SELECT 1;\nSELECT\n 'it\\'s;\n", 5))
                .isInstanceOf(RetortException.class)
                .hasMessage("Quote ''' that begins on line 7 is never closed");
    }

    private static ScriptGrammar grammar(Path script) {
        return requireNonNull(
                GRAMMARS.get(requireNonNull(script.getParent()).getFileName().toString()));
    }

    private static String describe(ScriptGrammar grammar, String script) {
        var out = new StringBuilder();
        try {
            List<ScriptStatement> statements = grammar.split(script, 1);
            for (ScriptStatement statement : statements) {
                out.append("==== line ").append(statement.line()).append('\n');
                out.append(statement.sql().replace("\r\n", "\n")).append('\n');
            }
        } catch (RetortException e) {
            out.append("refused: ")
                    .append(e.getMessage())
                    .append("\nhint: ")
                    .append(e.hint())
                    .append('\n');
        }
        return out.toString();
    }
}
