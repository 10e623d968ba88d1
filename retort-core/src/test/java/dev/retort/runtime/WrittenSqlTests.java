package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenSqlTests {

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
        assertThat(new WrittenSql(sql).tables()).as(sql).hasValue(List.of(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "`"})
    void textsOfAnyLengthAreRead(String quote) {
        String text = quote + ("it" + quote + quote + "s ").repeat(50_000) + quote;

        assertThat(new WrittenSql("UPDATE one SET words = " + text).tables()).hasValue(List.of("one"));
    }

    @Test
    void severalTablesAreFound() {
        assertThat(new WrittenSql("DROP TABLE one, app.two CASCADE").tables()).hasValue(List.of("one", "app.two"));
        assertThat(new WrittenSql("-- UPDATE two\nUPDATE one SET x = 1").tables())
                .hasValue(List.of("one"));
    }

    @Test
    void someStatementsAreOfNoTable() {
        assertThat(new WrittenSql("CREATE SEQUENCE table_seq").tables()).hasValue(List.of());
        assertThat(new WrittenSql("CREATE EXTENSION IF NOT EXISTS postgis").tables())
                .hasValue(List.of());
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
        assertThat(new WrittenSql(sql).tables()).as(sql).isEmpty();
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
