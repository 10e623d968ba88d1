package dev.retort.runtime;

import static dev.retort.runtime.Chain.journal;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What an {@code execute(..)} makes of its text, on every database, run and printed. */
class ExecutedTextTests {

    private static final String ALL = "dev.retort.testing.TestDatabases#all";

    private static final String SEVERAL = """
            CREATE TABLE a (x integer);
            -- none; of these
            CREATE TABLE b (x varchar(20));
            INSERT INTO b VALUES ('1;2');
            """;

    @ParameterizedTest
    @MethodSource(ALL)
    void ofSeveralStatementsEachIsRun(TestDatabase database) throws SQLException {
        new Chain().add("aaaa", op -> op.execute(SEVERAL)).upgrade(database);

        assertThat(rows(database, "SELECT x FROM a")).isEmpty();
        assertThat(rows(database, "SELECT x FROM b")).containsExactly("1;2");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void severalStatementsArePrintedAsThoseOfASqlRevision(TestDatabase database) {
        var dialect = Dialects.offline(database.product());

        assertThat(new Chain().add("aaaa", op -> op.execute(SEVERAL)).script(dialect, List.of(), "head", true))
                .isEqualTo(new Chain().sql("aaaa", SEVERAL, "").script(dialect, List.of(), "head", true))
                .contains("\n\nINSERT INTO b VALUES ('1;2');\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void eachOfSeveralStatementsIsRememberedForItself(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        var chain = new Chain()
                .add(
                        "aaaa",
                        op -> op.execute(
                                "CREATE TABLE a (x integer); INSERT INTO nowhere VALUES (1); CREATE TABLE b (x integer)"));

        var failure = catchThrowableOfType(RunFailedException.class, () -> chain.upgrade(database));

        assertThat(failure.statement()).isEqualTo("INSERT INTO nowhere VALUES (1)");
        assertThat(failure).hasMessageContaining("step 2 of 3").hasMessageContaining("step 1 of this revision stays");
        chain.add("aaaa", op -> op.execute("CREATE TABLE a (x integer); INSERT INTO a VALUES (1);"))
                .upgrade(database);
        assertThat(rows(database, "SELECT x FROM a")).containsExactly("1");
        assertThat(journal(database)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aSingleStatementStaysAsItIsWritten(TestDatabase database) {
        String text = "\n  -- why\n  INSERT INTO nowhere VALUES (1); -- so\n";

        var failure = catchThrowableOfType(
                RunFailedException.class,
                () -> new Chain().add("aaaa", op -> op.execute(text)).upgrade(database));

        assertThat(failure.statement()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- only a comment", " ; ", "", "/* nothing */"})
    void aTextWithoutAStatementDoesNothing(String text) throws SQLException {
        for (TestDatabase database : TestDatabases.all().toList()) {
            new Chain().add("aaaa", op -> op.execute(text)).upgrade(database);

            assertThat(version(database)).containsExactly("aaaa");
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatIsNeverClosedIsRefusedBeforeAnythingRuns(TestDatabase database) {
        var chain = new Chain().add("aaaa", op -> {
            op.execute("CREATE TABLE a (x integer)");
            op.execute("CREATE TABLE b (x integer);\nINSERT INTO b VALUES ('1)");
        });

        assertThatThrownBy(() -> chain.upgrade(database))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("aaaa.java")
                .hasMessageContaining("in the text of execute(..): Quote ''' that begins on line 2 is never closed");
        assertThat(MigrationRunnerTests.exists(database, "a")).isFalse();
    }

    @Test
    void theBodyOfARoutineOrTriggerIsNotCut() throws SQLException {
        runs("sqlite", """
                CREATE TABLE a (x integer);
                CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = x + 1; UPDATE a SET x = x + 1; END;
                INSERT INTO a VALUES (1);
                """);
        runs("mariadb", """
                CREATE TABLE a (x integer);
                CREATE PROCEDURE p() BEGIN INSERT INTO a VALUES (1); UPDATE a SET x = x + 2; END;
                CALL p();
                """);
        runs("mariadb", """
                CREATE TABLE a (x integer);
                DELIMITER //
                CREATE PROCEDURE p() BEGIN INSERT INTO a VALUES (1); UPDATE a SET x = x + 2; END //
                DELIMITER ;
                CALL p();
                """);
        runs("postgresql", """
                CREATE TABLE a (x integer);
                DO $$ BEGIN INSERT INTO a VALUES (1); UPDATE a SET x = x + 2; END $$;
                """);
    }

    @Test
    void whatOnlyAClientTakesForItsOwnIsNoPartOfASingleStatement() throws SQLException {
        TestDatabase database = TestDatabases.mariadb();

        new Chain()
                .add("aaaa", op -> op.execute("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END //\n"))
                .upgrade(database);

        assertThat(rows(database, "CALL p()")).containsExactly("1");
    }

    private static void runs(String product, String text) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        new Chain().add("aaaa", op -> op.execute(text)).upgrade(database);
        assertThat(rows(database, "SELECT x FROM a")).containsExactly("3");
    }
}
