package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.dialect.Folding;
import dev.retort.dialect.Names;
import dev.retort.dialect.StandardNames;
import dev.retort.schema.QualifiedName;

class WrittenSqlTests {

    private static final Names LOWER = new StandardNames(Folding.LOWER, '"', Set.of(), 63, true);
    private static final Names UPPER = new StandardNames(Folding.UPPER, '"', Set.of(), 63, true);

    private static List<String> tables(String sql) {
        return new WrittenSql(sql)
                .tables(LOWER).orElseThrow(() -> new AssertionError(sql)).stream()
                        .map(QualifiedName::toString)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE IF NOT EXISTS one (id int REFERENCES two) | one",
                "create unlogged table app.one (id int)                 | app.one",
                "ALTER TABLE ONLY \"One\" ADD COLUMN x int              | One",
                "ALTER TABLE `one` DROP COLUMN x                        | one",
                "ALTER TABLE [dbo].[one] ADD x int                      | dbo.one",
                "DROP TABLE IF EXISTS one                               | one",
                "CREATE UNIQUE INDEX CONCURRENTLY ix ON ONLY one (id)   | one",
                "CREATE TRIGGER t BEFORE UPDATE ON one FOR EACH ROW x   | one",
                "INSERT INTO one (id) SELECT id FROM two                | one",
                "UPDATE one SET x = (SELECT 1 FROM two)                 | one",
                "/* of two */ DELETE FROM one WHERE x = 'from two'      | one",
                "TRUNCATE TABLE one                                     | one",
                "MERGE INTO one USING two ON one.id = two.id            | one",
                "COMMENT ON COLUMN app.one.id IS 'x'                    | app.one",
                "COMMENT ON TABLE one IS 'on table two'                 | one",
            })
    void theTableOfAStatementIsFound(String sql, String table) {
        assertThat(tables(sql)).as(sql).containsExactly(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "`"})
    void textsOfAnyLengthAreRead(String quote) {
        String text = quote + ("it" + quote + quote + "s ").repeat(50_000) + quote;

        assertThat(tables("UPDATE one SET words = " + text)).containsExactly("one");
    }

    @Test
    void severalTablesAreFound() {
        assertThat(tables("DROP TABLE one, app.two CASCADE")).containsExactly("one", "app.two");
        assertThat(tables("-- UPDATE two\nUPDATE one SET x = 1")).containsExactly("one");
    }

    @Test
    void someStatementsAreOfNoTable() {
        assertThat(tables("CREATE SEQUENCE table_seq")).isEmpty();
        assertThat(tables("CREATE EXTENSION IF NOT EXISTS postgis")).isEmpty();
    }

    @Test
    void namesAreReadAsTheDatabaseFoldsThem() {
        String sql = "DROP TABLE One, \"One\", \"ONE\", \"one\"";

        assertThat(new WrittenSql(sql).tables(LOWER).orElseThrow())
                .containsExactly(
                        QualifiedName.of("one"),
                        QualifiedName.of("One"),
                        QualifiedName.of("ONE"),
                        QualifiedName.of("one"));
        assertThat(new WrittenSql(sql).tables(UPPER).orElseThrow())
                .containsExactly(
                        QualifiedName.of("one"),
                        QualifiedName.of("One"),
                        QualifiedName.of("one"),
                        QualifiedName.of("\"one\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN UPDATE one SET x = 1; END $$",
                "SELECT rename_everything()",
                "CREATE VIEW v AS SELECT 1",
                "DROP INDEX ix",
                "CALL p()",
                "WITH x AS (SELECT 1) INSERT INTO one SELECT * FROM x",
                "",
                "INSERT"
            })
    void ofOthersNothingIsKnown(String sql) {
        assertThat(new WrittenSql(sql).tables(LOWER)).as(sql).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE one",
                "drop schema app cascade",
                "TRUNCATE one",
                "DELETE FROM one",
                "ALTER TABLE one DROP COLUMN x",
                "ALTER TABLE one DROP x",
                "ALTER TABLE one ADD y int, DROP \"default\""
            })
    void whatTakesDataAwayIsALoss(String sql) {
        assertThat(new WrittenSql(sql).loss()).as(sql).hasValue(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE one DROP CONSTRAINT pk",
                "ALTER TABLE one ALTER COLUMN x DROP NOT NULL",
                "ALTER TABLE one ALTER x DROP DEFAULT",
                "DROP INDEX ix",
                "DROP VIEW v",
                "INSERT INTO one VALUES ('DROP TABLE one')",
                "-- DROP TABLE one\nSELECT 1"
            })
    void whatTakesNoneAwayIsNot(String sql) {
        assertThat(new WrittenSql(sql).loss()).as(sql).isEmpty();
    }
}
