package dev.retort.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Types;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

class OracleTypesTests {

    private static final Types TYPES = Dialects.offline("oracle").types();
    private static final OracleLiterals LITERALS = new OracleLiterals();

    @Test
    void everyTypeIsSpelledAsOracleHasIt() {
        assertThat(List.of(
                        new SqlType.Bool(),
                        new SqlType.TinyInt(),
                        new SqlType.SmallInt(),
                        new SqlType.Int(),
                        new SqlType.BigInt(),
                        new SqlType.Decimal(null, null),
                        new SqlType.Decimal(12, 2),
                        new SqlType.Real(),
                        new SqlType.DoublePrecision(),
                        new SqlType.Char(3),
                        new SqlType.VarChar(32),
                        new SqlType.VarChar(4001),
                        new SqlType.VarChar(null),
                        new SqlType.Text(),
                        new SqlType.Binary(16),
                        new SqlType.VarBinary(2001),
                        new SqlType.Blob(),
                        new SqlType.Date(),
                        new SqlType.Timestamp(null, false),
                        new SqlType.Timestamp(3, true),
                        new SqlType.Uuid(),
                        new SqlType.Json(true),
                        new SqlType.Enumeration(QualifiedName.of("mood"), List.of("sad", "happy")),
                        new SqlType.Named("XMLTYPE")))
                .extracting(TYPES::spell)
                .containsExactly(
                        "NUMBER(1)",
                        "NUMBER(3)",
                        "NUMBER(5)",
                        "NUMBER(10)",
                        "NUMBER(19)",
                        "NUMBER",
                        "NUMBER(12,2)",
                        "BINARY_FLOAT",
                        "BINARY_DOUBLE",
                        "CHAR(3 CHAR)",
                        "VARCHAR2(32 CHAR)",
                        "CLOB",
                        "CLOB",
                        "CLOB",
                        "RAW(16)",
                        "BLOB",
                        "BLOB",
                        "DATE",
                        "TIMESTAMP",
                        "TIMESTAMP(3) WITH TIME ZONE",
                        "RAW(16)",
                        "CLOB",
                        "VARCHAR2(5 CHAR)",
                        "XMLTYPE");
    }

    @Test
    void whatOracleHasNoTypeForIsRefused() {
        for (SqlType type : List.of(
                new SqlType.Time(null, false),
                new SqlType.Array(new SqlType.Int()),
                new SqlType.Decimal(39, 0),
                new SqlType.Enumeration(QualifiedName.of("mood"), List.of()))) {
            assertThatThrownBy(() -> TYPES.spell(type)).isInstanceOf(RetortException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar2(10 byte) | VARCHAR2(10 CHAR)",
                "VARCHAR2(10 CHAR) | VARCHAR2(10 CHAR)",
                "number(10,0) | NUMBER(10)",
                "number(7) | NUMBER(7,0)",
                "integer | NUMBER(38,0)",
                "raw(8) | RAW(8)",
                "timestamp | TIMESTAMP(6)",
                "timestamp(6) with time zone | TIMESTAMP(6) WITH TIME ZONE",
                "interval day to second | INTERVAL DAY TO SECOND"
            })
    void aTypeIsReadAsOracleWritesIt(String text, String spelled) {
        assertThat(TYPES.spell(TYPES.parse(text))).isEqualTo(spelled);
    }

    @Test
    void truthIsANumberInDefaultsToo() {
        Column number = Column.of("a", new SqlType.Bool()).defaultSql("1");

        assertThat(TYPES.sameDefault(number, number.defaultSql("TRUE"))).isTrue();
        assertThat(TYPES.sameDefault(number, number.defaultSql("false"))).isFalse();
    }

    @Test
    void valuesOfEveryKindAreWrittenOut() {
        assertThat(LITERALS.spell(null)).isEqualTo("NULL");
        assertThat(List.of(
                        true,
                        new BigDecimal("1E+3"),
                        1e300,
                        -1e-200,
                        0.1,
                        Double.NaN,
                        Float.NEGATIVE_INFINITY,
                        new byte[] {0, (byte) 255},
                        UUID.fromString("00000000-0000-0000-0000-0000000000ab"),
                        LocalDate.of(2026, 1, 2),
                        LocalDateTime.of(2026, 1, 2, 3, 4, 5, 600_000_000),
                        Instant.EPOCH,
                        "it's & \\ ;",
                        ""))
                .extracting(LITERALS::spell)
                .containsExactly(
                        "1",
                        "1000",
                        "1.0E300d",
                        "-1.0E-200d",
                        "0.1",
                        "BINARY_DOUBLE_NAN",
                        "-BINARY_FLOAT_INFINITY",
                        "HEXTORAW('00ff')",
                        "HEXTORAW('000000000000000000000000000000ab')",
                        "DATE '2026-01-02'",
                        "TIMESTAMP '2026-01-02 03:04:05.6'",
                        "TIMESTAMP '1970-01-01 00:00:00 +00:00'",
                        "'it''s & \\ ;'",
                        "''");
        assertThatThrownBy(() -> LITERALS.spell(LocalTime.NOON)).isInstanceOf(RetortException.class);
        assertThatThrownBy(() -> LITERALS.spell(new byte[2001]))
                .hasMessage("Oracle has no literal for more than 2000 bytes: a value has 2001");
    }

    @Test
    void textNeverBecomesALineOfTheScriptAndKeepsEveryCharacter() {
        assertThat(LITERALS.spell("a\n/\n@b\r\n"))
                .isEqualTo("'a' || CHR(10) || '/' || CHR(10) || '@b' || CHR(13) || CHR(10)");
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> pieces = List.of("a", "'", "\n", "\n/\n", "-\n", "é", "😀", "\u0085", "\t", "x".repeat(700), "''");
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int piece = random.nextInt(30); piece > 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String sql = LITERALS.string(text.toString());

            assertThat(evaluated(sql)).as("seed %d, round %d", seed, round).isEqualTo(text.toString());
            assertThat(sql.lines()).as("seed %d, round %d", seed, round).allMatch(line -> line.length() < 1200);
            assertThat(sql.startsWith("TO_CLOB("))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 4000);
        }
    }

    /** Put together again what the database would. */
    private static String evaluated(String sql) {
        var text = new StringBuilder();
        var term = Pattern.compile("'((?:[^']|'')*)'|CHR\\((\\d+)\\)").matcher(sql);
        while (term.find()) {
            text.append(
                    term.group(1) != null
                            ? term.group(1).replace("''", "'")
                            : Character.toString(Integer.parseInt(term.group(2))));
        }
        return text.toString();
    }
}
