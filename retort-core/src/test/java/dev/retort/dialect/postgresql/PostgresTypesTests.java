package dev.retort.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.schema.Column;
import dev.retort.schema.SqlType;

class PostgresTypesTests {

    private final PostgresTypes types = new PostgresTypes(new PostgresNames());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "int4                        | INTEGER",
                "int                         | INTEGER",
                "int8                        | BIGINT",
                "bigserial                   | BIGINT",
                "tinyint                     | tinyint",
                "float(53)                   | DOUBLE PRECISION",
                "float(24)                   | REAL",
                "float4                      | REAL",
                "numeric( 10 , 2 )           | NUMERIC(10,2)",
                "decimal(10)                 | NUMERIC(10,0)",
                "varchar(255)                | VARCHAR(255)",
                "CHARACTER VARYING(255)      | VARCHAR(255)",
                "char                        | CHAR(1)",
                "bytea                       | BYTEA",
                "timestamp(6) with time zone | TIMESTAMP(6) WITH TIME ZONE",
                "timestamptz(3)              | TIMESTAMP(3) WITH TIME ZONE",
                "time(0)                     | TIME(0)",
                "bool                        | BOOLEAN",
                "varchar(255) array          | VARCHAR(255)[]",
                "integer[][]                 | INTEGER[]",
                "text[3]                     | TEXT[]",
                "jsonb                       | JSONB",
                "INET                        | inet",
                "vector(3)                   | vector(3)",
                "geometry(Point, 4326)       | geometry(Point,4326)",
                "\"My Type\"                 | \"My Type\"",
                "public.mood                 | public.mood",
                "interval second(6)          | interval second(6)",
                "oid                         | oid",
            })
    void aTypeIsUnderstoodHoweverItIsWritten(String text, String spelled) {
        assertThat(types.spell(types.parse(text))).isEqualTo(spelled);
    }

    static Stream<SqlType> everyType() {
        return TableCatalogue.allTypes().stream();
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void whatIsCanonicalStaysSo(SqlType type) {
        SqlType canonical = types.canonical(type);

        assertThat(types.canonical(canonical)).isEqualTo(canonical);
        assertThat(types.parse(types.spell(canonical))).isEqualTo(canonical);
        assertThat(types.same(canonical, type)).isTrue();
    }

    @Test
    void sixDigitsOfASecondAreWhatIsKeptUnasked() {
        assertThat(types.same(types.parse("timestamptz"), types.parse("timestamptz(6)")))
                .isTrue();
        assertThat(types.same(types.parse("timestamptz"), types.parse("timestamptz(3)")))
                .isFalse();
        assertThat(types.same(types.parse("timestamptz"), types.parse("timestamp")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "integer | '-1'::integer              | -1",
                "integer | 0                          | '0'",
                "text    | 'a'::character varying     | 'a'",
                "text    | NULL::character varying    | NULL",
                "double precision | '5'::double precision | 5.0",
                "double precision | '-.5'::double precision | -0.50",
                "boolean | true                       | TRUE",
                "text    | CURRENT_TIMESTAMP          | current_timestamp",
            })
    void defaultsThatMeanTheSameAreTheSame(String type, String actual, String desired) {
        Column column = Column.of("a", types.parse(type));

        assertThat(types.sameDefault(column.defaultSql(actual), column.defaultSql(desired)))
                .isTrue();
        assertThat(types.sameDefault(column.defaultSql(actual), column.defaultSql("'other'")))
                .isFalse();
    }

    @Test
    void aFailureThatIsKnownHasARemedy() throws SQLException {
        try (var session = new PostgresSession()) {
            String url = session.database.url();
            assertThat(hint(session, url.replaceFirst("/t[0-9a-f]+", "/no_such_database")))
                    .contains("create the database");
            assertThat(hint(session, "jdbc:postgresql://localhost:1/a?connectTimeout=1"))
                    .contains("server runs");
        }
    }

    private static String hint(PostgresSession session, String url) {
        try (var connection = DriverManager.getConnection(url)) {
            return "connected to " + connection;
        } catch (SQLException e) {
            return String.valueOf(session.dialect.hint(e));
        }
    }

    @Test
    void aMissingTableOrSchemaIsKnownAsSuch() throws SQLException {
        try (var session = new PostgresSession()) {
            for (String missing : new String[] {"nothing", "nowhere.nothing"}) {
                try {
                    session.value("SELECT * FROM " + missing);
                } catch (SQLException e) {
                    assertThat(session.dialect.isMissingTable(e)).isTrue();
                }
            }
            try {
                session.value("SELECT 1/0");
            } catch (SQLException e) {
                assertThat(session.dialect.isMissingTable(e)).isFalse();
            }
        }
    }
}
