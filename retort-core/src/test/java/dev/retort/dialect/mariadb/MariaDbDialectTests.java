package dev.retort.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;

class MariaDbDialectTests {

    @Test
    void theDialectIsFoundByUrlAndByConnection() throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            assertThat(Dialects.of(fixture.connection).name()).isEqualTo("mariadb");
            assertThat(Dialects.offline("jdbc:mariadb://h/d?password=x").name()).isEqualTo("mariadb");
        }
    }

    @Test
    void aLockIsHeldByOneSessionAndTellsItsHolder() throws SQLException {
        try (var fixture = new MariaDbFixture();
                var other = fixture.database.connect()) {
            var lock = fixture.dialect.lock();
            assertThat(lock.holder(other, "alembic_version")).isNull();
            assertThat(lock.tryAcquire(fixture.connection, "alembic_version")).isTrue();
            assertThat(lock.tryAcquire(other, "alembic_version")).isFalse();
            assertThat(lock.holder(other, "alembic_version"))
                    .startsWith("connection ")
                    .contains("'root'");
            assertThat(lock.tryAcquire(other, "another")).isTrue();

            lock.release(fixture.connection, "alembic_version");

            assertThat(lock.tryAcquire(other, "alembic_version")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * FROM missing                                                          | true  |
            CREATE TABLE t (a text PRIMARY KEY)                                            | false | index a prefix
            CREATE TABLE t (a varchar(20000))                                              | false | use text()
            CREATE TABLE t (a varchar(16000), b varchar(16000))                            | false | use text()
            CREATE TABLE t (a varchar(2000) PRIMARY KEY)                                   | false | shorten
            CREATE TABLE t (a int AUTO_INCREMENT)                                          | false | make the AUTO_INCREMENT
            CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES missing (a))                 | false | check that the referenced
            CREATE TABLE t (a int DEFAULT 'x')                                             | false | give a default
            SELECT 1 FRM t                                                                 | false | the server does not
            USE missing_database                                                           | false | create the database""")
    void aFailureIsExplained(String sql, boolean isMissingTable, String hint) throws SQLException {
        try (var fixture = new MariaDbFixture()) {
            var failure = catchThrowableOfType(SQLException.class, () -> fixture.sql(sql));

            assertThat(fixture.dialect.isMissingTable(failure)).isEqualTo(isMissingTable);
            if (hint != null) {
                assertThat(fixture.dialect.hint(failure)).startsWith(hint);
            }
        }
    }

    @Test
    void aServerWithoutTlsIsExplained() {
        var failure =
                new SQLException("(conn=4) Trying to connect with ssl, but ssl not enabled in the server", "08000", -1);

        assertThat(new MariaDbDialectProvider().offline().hint(failure)).contains("sslMode=disable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bigint(20)                                | bigint
            INTEGER                                   | int
            boolean                                   | tinyint(1)
            tinyint(4)                                | tinyint
            numeric(38,2)                             | decimal(38,2)
            decimal                                   | decimal(10,0)
            float(53)                                 | double
            double precision                          | double
            datetime(6)                               | datetime(6)
            timestamp(6)                              | timestamp(6)
            varchar(255) character set utf8mb4        | varchar(255)
            longtext character set utf8mb4            | longtext
            enum ('A','it''s')                        | enum('A','it''s')
            INT(10) UNSIGNED                          | int unsigned
            DECIMAL(10, 2) UNSIGNED                   | decimal(10,2) unsigned
            bit                                       | bit(1)
            year                                      | year(4)
            text                                      | text
            tinyblob                                  | tinyblob
            INET6                                     | inet6
            time(3)                                   | time(3)
            uuid                                      | uuid
            json                                      | json""")
    void aTypeIsUnderstoodHoweverItIsWritten(String written, String spelled) {
        var types = new MariaDbTypes(true);

        assertThat(types.spell(types.parse(written))).isEqualTo(spelled);
        assertThat(types.canonical(types.parse(written))).isEqualTo(types.parse(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            current_timestamp()    | CURRENT_TIMESTAMP
            current_timestamp(6)   | now(6)
            1                      | TRUE
            7                      | '7'
            1.50                   | 1.5
            'it''s'                | 'it''s'
            curdate()              | CURRENT_DATE""")
    void aDefaultIsTheSameHoweverItIsWritten(String actual, String desired) {
        Column column = Column.of("a", new SqlType.Int());

        assertThat(new MariaDbTypes(true).sameDefault(column.defaultSql(actual), column.defaultSql(desired)))
                .isTrue();
    }

    @Test
    void theServerTakesTheStatementsOfAScript() throws SQLException {
        String script = """
                # tables
                CREATE TABLE t (a int, b varchar(20) DEFAULT 'x;\\'y');
                DELIMITER //
                CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = NEW.a + 1; END //
                DELIMITER ;
                CREATE PROCEDURE p(n int)
                BEGIN
                    DECLARE i int DEFAULT IF(n > 0, 0, n);
                    fill: LOOP
                        IF i >= n THEN LEAVE fill; END IF;
                        INSERT INTO t (a) VALUES (CASE i WHEN 0 THEN 10 ELSE i END);
                        SET i = i + 1;
                    END LOOP fill;
                END;
                /*!50003 CREATE*/ /*!50020 FUNCTION f() RETURNS int DETERMINISTIC RETURN 7 */;
                CREATE TRIGGER tr2 BEFORE UPDATE ON t FOR EACH ROW IF NEW.a > 99 THEN SET NEW.a = 99; END IF;
                CALL p(3);
                UPDATE t SET a = 200 WHERE a = 11 -- the first; row
                """;
        try (var fixture = new MariaDbFixture()) {
            for (ScriptStatement statement : fixture.dialect.script().split(script, 1)) {
                fixture.sql(statement.sql());
            }

            assertThat(fixture.value("SELECT concat_ws(',', group_concat(a ORDER BY a), f(), min(b)) FROM t"))
                    .isEqualTo("2,3,99,7,x;'y");
        }
    }
}
