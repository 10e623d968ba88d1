package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionControlTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | COMMIT                                | COMMIT
            postgresql | commit and chain                      | COMMIT
            postgresql | /* so */ -- it is\\n Begin isolation level serializable | BEGIN
            postgresql | END                                   | END
            postgresql | abort                                 | ABORT
            postgresql | START TRANSACTION READ ONLY           | START TRANSACTION
            postgresql | Prepare Transaction 'x'               | PREPARE TRANSACTION
            postgresql | ROLLBACK TO SAVEPOINT a               | ROLLBACK
            postgresql | RELEASE a                             | RELEASE
            sqlite     | BEGIN IMMEDIATE                       | BEGIN
            sqlite     | END TRANSACTION                       | END
            sqlite     | SAVEPOINT a                           | SAVEPOINT
            h2         | SET AUTOCOMMIT OFF                    | SET AUTOCOMMIT
            h2         | BEGIN                                 | BEGIN
            mariadb    | start/**/transaction                  | START TRANSACTION
            mariadb    | BEGIN WORK                            | BEGIN
            mariadb    | SET foreign_key_checks = 0, autocommit = 0 | SET AUTOCOMMIT
            mariadb    | SET @@session.autocommit := 1         | SET AUTOCOMMIT
            mariadb    | SET @@AUTOCOMMIT=0                    | SET AUTOCOMMIT
            mariadb    | /*!40101 SET AUTOCOMMIT=0 */          | SET AUTOCOMMIT
            mariadb    | # note\\nUNLOCK TABLES                 | UNLOCK TABLES
            mariadb    | XA COMMIT 'x'                         | XA
            mariadb    | use other                             | USE
            sqlserver  | SELECT 1 commit                       | COMMIT
            sqlserver  | IF 1 = 1\\nBEGIN\\nrollback\\nEND   | ROLLBACK
            sqlserver  | begin/**/tran                         | BEGIN TRAN
            sqlserver  | SAVE TRANSACTION a                    | SAVE TRANSACTION
            sqlserver  | SET IMPLICIT_TRANSACTIONS ON          | SET IMPLICIT_TRANSACTIONS
            """)
    void whatBeginsOrEndsATransactionIsNamed(String product, String statement, String name) {
        assertThat(control(product).in(statement.replace("\\n", "\n"))).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\\nSELECT 1;\\nEND
            postgresql | DO $$\\nBEGIN\\nCOMMIT;\\nEND $$
            postgresql | SELECT CASE a WHEN 1 THEN 2\\nEND
            postgresql | INSERT INTO a VALUES ('\\nCOMMIT;\\n')
            postgresql | COMMENT ON TABLE commits IS 'x'
            postgresql | SET TRANSACTION READ ONLY
            postgresql | PREPARE p AS SELECT 1
            postgresql | LOCK TABLE a IN SHARE MODE
            sqlite     | CREATE TRIGGER t AFTER INSERT ON a\\nBEGIN\\nDELETE FROM b;\\nEND
            h2         | SELECT commit FROM begin
            mariadb    | BEGIN NOT ATOMIC\\nDECLARE a INT;\\nEND
            mariadb    | CREATE PROCEDURE p()\\nBEGIN\\nCOMMIT;\\nEND
            mariadb    | SET @autocommit = 1
            mariadb    | DROP INDEX `use` ON a
            postgresql | USE x
            mariadb    | SET @old = @@autocommit
            mariadb    | SET sql_mode = 'autocommit = 1'
            mariadb    | /* COMMIT */ UPDATE a SET committed = 1
            sqlserver  | CREATE OR ALTER PROC p AS BEGIN TRAN COMMIT
            sqlserver  | ALTER DATABASE a SET READ_ONLY WITH ROLLBACK IMMEDIATE
            sqlserver  | INSERT INTO [COMMIT] ("ROLLBACK") VALUES ('please COMMIT now') -- COMMIT
            sqlserver  | DECLARE @commit INT = 1
            """)
    void nothingElseIs(String product, String statement) {
        assertThat(control(product).in(statement.replace("\\n", "\n"))).isEmpty();
    }

    @Test
    void aScriptIsLookedAtOnlyWhereAStatementMayBeginWithSuchAWord() {
        TransactionControl control = control("postgresql");

        assertThat(control.mayStandIn("CREATE TABLE a (begin_at date);\nINSERT INTO a VALUES ('x');"))
                .isFalse();
        assertThat(control.mayStandIn("UPDATE a SET b = 1; commit;")).isTrue();
        assertThat(control.mayStandIn("/* first */commit")).isTrue();
    }

    private static TransactionControl control(String product) {
        return Dialects.offline(product).transactionControl();
    }
}
