package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Types.integer;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** A revision that looks for names elsewhere does so for itself. */
class SearchPathTests {

    private final TestDatabase database = TestDatabases.postgresql();

    @BeforeEach
    void anotherVersionTable() throws SQLException {
        database.run(
                "CREATE SCHEMA z",
                "CREATE TABLE z.alembic_version (version_num varchar(32))",
                "CREATE TABLE z.retort_history AS SELECT 'theirs' AS revision");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_catalog.set_config('search_path', '', false)",
                "SET Search_Path TO z",
                "SET LOCAL search_path = z, pg_catalog",
                "SET SCHEMA 'z'",
                "DO $$ BEGIN SET search_path TO z; END $$",
            })
    void theVersionRowStaysWhereItIs(String change) throws SQLException {
        for (boolean printed : List.of(false, true)) {
            TestDatabase own = printed ? TestDatabases.postgresql() : database;
            var chain = new Chain()
                    .sql(
                            "aaaa",
                            (printed ? "CREATE SCHEMA z;\n" : "") + change + ";\nCREATE TABLE z.one (id integer);",
                            "")
                    .add("bbbb", op -> op.createTable("two", column("id", integer())));
            if (printed) {
                run(own, chain.script(Dialects.offline("postgresql"), List.of(), "head", true));
            } else {
                chain.upgrade(own);
                assertThat(rows(own, "SELECT version_num FROM z.alembic_version"))
                        .isEmpty();
                assertThat(rows(own, "SELECT revision FROM z.retort_history")).containsExactly("theirs");
                assertThat(rows(own, "SELECT revision FROM public.retort_history"))
                        .containsExactlyInAnyOrder("aaaa", "bbbb");
            }

            assertThat(version(own)).containsExactly("bbbb");
            assertThat(rows(
                            own,
                            "SELECT schemaname || '.' || tablename FROM pg_tables WHERE tablename IN ('one', 'two')"))
                    .containsExactlyInAnyOrder("z.one", "public.two");
        }
    }

    @Test
    void neitherCanCodeMoveIt() throws SQLException {
        new Chain()
                .add("aaaa", op -> op.run("look elsewhere", connection -> connection.setSchema("z")))
                .upgrade(database);

        assertThat(version(database)).containsExactly("aaaa");
    }

    @Test
    void thePathIsAsBeforeThoughARevisionFailedBehindAChange() throws SQLException {
        var chain = new Chain()
                .sql("aaaa", "SET search_path TO z, public;\nCREATE TABLE one (id integer);", "")
                .sql("bbbb", "SET search_path TO z;\nSELECT * FROM nowhere;", "");

        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("the database is at aaaa");

        assertThat(version(database)).containsExactly("aaaa");
        assertThat(rows(database, "SELECT version_num FROM z.alembic_version")).isEmpty();
    }

    @Test
    void scriptsThatDoNotMentionItStayAsTheyAre() {
        var chain = new Chain()
                .add("aaaa", op -> op.execute("ALTER TABLE one SET SCHEMA z"))
                .sql("bbbb", "SET LOCAL lock_timeout = '1s';", "");

        assertThat(chain.script(Dialects.offline("postgresql"), List.of(), "head", true))
                .doesNotContain("search_path");
    }

    @Test
    void aRevisionThatNoTransactionHoldsCannotChangeItButMayMentionIt() throws SQLException {
        database.run("CREATE TABLE one (id integer)");
        var changing = new Chain().add("aaaa", op -> {
            op.execute("SET search_path TO z");
            op.createIndexConcurrently(index("ix_one", "one", "id"));
        });

        assertThatThrownBy(() -> changing.upgrade(database))
                .hasMessageContaining("changes search_path, and has a statement that no transaction can hold");

        new Chain()
                .add("aaaa", op -> {
                    op.execute("CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = z AS 'SELECT 1'");
                    op.createIndexConcurrently(index("ix_one", "one", "id"));
                })
                .upgrade(database);
        assertThat(version(database)).containsExactly("aaaa");
    }

    private static void run(TestDatabase database, String script) throws SQLException {
        database.run(Dialects.offline("postgresql").script().split(script, 1).stream()
                .map(ScriptStatement::sql)
                .toArray(String[]::new));
    }
}
