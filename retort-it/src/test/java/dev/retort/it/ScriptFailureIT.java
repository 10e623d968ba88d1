package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Scripts that look at the database do nothing behind a failure, though the client goes on, and continue the next time. */
class ScriptFailureIT {

    private static final Pattern POSTGRESQL_LOCK = Pattern.compile("pg_advisory_lock\\((-?\\d+)\\)");
    private static final String MARIADB_LOCK =
            "SELECT GET_LOCK(CONCAT('retort_', LEFT(SHA2(CONCAT(DATABASE(), CHAR(0), 'alembic_version'), 256), 48)), 5)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void whatFollowsAFailedRevisionIsNeitherDoneNorRecorded(String product) throws SQLException {
        Project online = history(product);
        String script = script(online);
        Project other = new Project(folder, TestDatabases.create(product));
        other.database().run("CREATE TABLE clash (id integer)");

        assertThat(goingOn(other, script)).contains("already exists");

        assertThat(other.rows("SELECT * FROM alembic_version")).containsExactly("aaaa");
        assertThat(other.tables()).contains("one").doesNotContain("last", "later");
        other.database().run("DROP TABLE clash");
        if (product.equals("mariadb")) {
            // There, what a revision did before it failed stays.
            other.database().run("DROP VIEW seen");
            other.database().run("DROP PROCEDURE twice");
            other.database().run("DELETE FROM one WHERE id = 3");
        }
        new ScriptFeed(other.database(), folder).done(script);
        assertSame(other, online);
        ScriptFeed.assumeClient(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void withoutItsLockAScriptDoesNothing(String product) throws SQLException {
        String script = script(history(product));
        boolean isMariaDb = product.equals("mariadb");
        Matcher lock = POSTGRESQL_LOCK.matcher(script);
        Project other = new Project(folder, TestDatabases.create(product));
        try (Connection holder = other.database().connect();
                Statement statement = holder.createStatement()) {
            statement.execute(isMariaDb ? MARIADB_LOCK : "SELECT " + (lock.find() ? lock.group() : ""));

            String impatience = isMariaDb ? "SET max_statement_time = 0.2;\n" : "SET lock_timeout = '200ms';\n";
            assertThat(goingOn(other, impatience + script))
                    .contains(isMariaDb ? "max_statement_time exceeded" : "does not hold its lock");
        }
        assertThat(other.tables()).isEmpty();
        ScriptFeed.assumeClient(product);
    }

    @Test
    void aDatabaseAtAnUnknownRevisionIsLeftAloneByAMariaDbThatGoesOn() throws SQLException {
        String script = script(history("mariadb"));
        Project other = new Project(folder, TestDatabases.create("mariadb"));
        other.retort("ensure_version").done();
        other.database().run("INSERT INTO alembic_version VALUES ('zzzz')");

        assertThat(goingOn(other, script)).contains("revision that this script does not know", "not done to its end");

        assertThat(other.tables()).containsExactly("alembic_version");
        assertThat(other.rows("SELECT * FROM alembic_version")).containsExactly("zzzz");
    }

    @Test
    void anInterruptedStatementOfMariaDbEndsTheWork() throws SQLException {
        Project online = history("mariadb");
        online.sqlRevision("slow", "last", "INSERT INTO one (id) SELECT SLEEP(5);", "");
        online.sqlRevision("then", "slow", "CREATE TABLE behind (id integer);", "");
        Project other = new Project(folder, TestDatabases.create("mariadb"));
        String script = script(online).replace("-- Running upgrade last -> slow", "SET max_statement_time = 0.2;");

        assertThat(goingOn(other, script)).contains("max_statement_time exceeded");

        assertThat(other.rows("SELECT * FROM alembic_version")).containsExactly("last");
        assertThat(other.tables()).doesNotContain("behind");
    }

    @Test
    void aLoneStatementThatFailedIsRepeatedByTheNextScript() throws SQLException {
        ScriptFeed.assumeClient("postgresql");
        Project online = lone();
        String script = script(online);
        assertThat(script).contains("-- and to nothing else: it has commands of this client");
        for (boolean stops : List.of(true, false)) {
            Project other = withDuplicates();

            String said = stops ? new ScriptFeed(other.database(), folder).said(script) : goingOn(other, script);

            assertThat(said).contains("could not create unique index");
            assertThat(other.rows("SELECT * FROM alembic_version")).containsExactly("aaaa");
            assertThat(other.tables()).doesNotContain("behind");
            other.database().run("DELETE FROM one WHERE words = 'twice'");
            new ScriptFeed(other.database(), folder).done(script);
            assertSame(other, online);
        }
    }

    @Test
    void aRunContinuesWhatAScriptBegan() throws SQLException {
        ScriptFeed.assumeClient("postgresql");
        Project online = lone();
        Project other = withDuplicates();
        assertThat(goingOn(other, script(online))).contains("could not create unique index");
        other.database().run("DELETE FROM one WHERE words = 'twice'");

        assertThat(other.retort("upgrade", "head").done().err()).contains("bbbb");

        assertSame(other, online);
    }

    @Test
    void aScriptContinuesWhatARunBegan() throws SQLException {
        ScriptFeed.assumeClient("postgresql");
        Project online = lone();
        Project other = withDuplicates();
        other.retort("upgrade", "head").failed("could not create unique index", "");
        other.database().run("DELETE FROM one WHERE words = 'twice'");

        new ScriptFeed(other.database(), folder).done(script(online));

        assertSame(other, online);
        assertThat(other.rows("SELECT * FROM retort_history WHERE operation > 0"))
                .isEmpty();
    }

    @Test
    void aScriptThatWasCutOffAnywhereIsContinuedByTheNext() throws SQLException {
        ScriptFeed.assumeClient("postgresql");
        Project online = lone();
        String script = script(online);
        for (String part : beginnings(script)) {
            Project other = new Project(folder, TestDatabases.create("postgresql"));
            goingOn(other, part);
            new ScriptFeed(other.database(), folder).done(script);
            assertSame(other, online);
        }
    }

    @Test
    void anIndexThatSomebodyElseBuiltIsNotTakenForTheScriptsOwn() throws SQLException {
        ScriptFeed.assumeClient("postgresql");
        String script = script(lone());
        Project other = new Project(folder, TestDatabases.create("postgresql"));
        other.retort("upgrade", "aaaa").done();
        other.database().run("CREATE INDEX ix_one ON one (id)");
        for (int time = 1; time <= 2; time++) {
            assertThat(new ScriptFeed(other.database(), folder).said(script)).contains("\"ix_one\" already exists");
            assertThat(other.rows("SELECT * FROM alembic_version")).containsExactly("aaaa");
        }
    }

    @Test
    void onlyScriptsThatNeedItHaveCommandsOfTheClient() {
        assertThat(script(history("postgresql")).lines())
                .noneMatch(line -> line.startsWith("\\") || line.contains("nothing else"));
    }

    private String goingOn(Project project, String script) {
        return new ScriptFeed(project.database(), folder).goingOn(script);
    }

    private static String script(Project project) {
        return project.retort("upgrade", "heads", "--sql", "--idempotent")
                .done()
                .out();
    }

    /** Cut {@code script} behind each command of the client and each statement of a revision. */
    private static List<String> beginnings(String script) {
        List<String> beginnings = new ArrayList<>();
        Matcher end = Pattern.compile(
                        "(?m)^(\\\\.*|COMMIT;|CREATE UNIQUE INDEX.*|DROP INDEX.*|VACUUM.*|END\\$retort\\$;)$")
                .matcher(script);
        while (end.find()) {
            beginnings.add(script.substring(0, end.end()) + "\n");
        }
        assertThat(beginnings).hasSizeGreaterThan(40);
        return beginnings;
    }

    private Project history(String product) {
        Project project = project(product);
        project.sqlRevision("aaaa", "", "CREATE TABLE one (id integer, words varchar(90));", "");
        project.sqlRevision("bbbb", "aaaa", """
                %s
                CREATE VIEW seen AS SELECT * FROM one;
                INSERT INTO one (id) VALUES (3);
                CREATE TABLE clash (id integer);
                CREATE TABLE later (id integer);
                """.formatted(routine(product)), "");
        project.sqlRevision("last", "bbbb", "CREATE TABLE last (id integer);", "");
        return project;
    }

    private static String routine(String product) {
        return product.equals("postgresql") ? "" : """
                CREATE PROCEDURE twice() BEGIN INSERT INTO one VALUES (1, 'it''s; //'); INSERT INTO one VALUES (2, '\\\\'); END;
                CREATE TRIGGER counted AFTER INSERT ON one FOR EACH ROW BEGIN SET @counted = 1; END;
                DROP TRIGGER counted;
                SET SESSION sql_mode = 'ANSI_QUOTES';
                CREATE TABLE "quoted" (id integer);
                DROP TABLE "quoted";
                SET SESSION sql_mode = DEFAULT;
                """;
    }

    private Project lone() {
        Project project = project("postgresql");
        project.sqlRevision("aaaa", "", """
                CREATE TABLE one (id integer, words varchar(90));
                INSERT INTO one VALUES (1, 'a'), (2, 'b');""", "");
        project.sqlRevision("bbbb", "aaaa", """
                ALTER TABLE one ADD COLUMN n integer;
                CREATE UNIQUE INDEX CONCURRENTLY ix_one ON one (words);
                UPDATE one SET n = id + coalesce(n, 0);
                CREATE UNIQUE INDEX CONCURRENTLY "ix ""two" ON one (n) -- the end
                ;
                VACUUM one;
                DROP INDEX CONCURRENTLY ix_one;
                ALTER TABLE one ADD COLUMN m integer;""", "");
        project.sqlRevision("last", "bbbb", "CREATE TABLE behind (id integer);", "");
        return project;
    }

    private Project project(String product) {
        Project project = new Project(folder, TestDatabases.create(product));
        project.retort("init", "-t", "sql").done();
        project.write("retort.toml", "script_location = \"migrations\"\nhistory_table = false\n");
        return project;
    }

    private Project withDuplicates() throws SQLException {
        TestDatabase database = TestDatabases.create("postgresql");
        Project other = new Project(folder, database);
        other.retort("upgrade", "aaaa").done();
        database.run("INSERT INTO one VALUES (3, 'twice'), (4, 'twice')");
        return other;
    }

    private static void assertSame(Project offline, Project online) throws SQLException {
        online.retort("upgrade", "heads").done();
        assertThat(offline.schema()).isEqualTo(online.schema());
        for (String table : List.of("one", "alembic_version")) {
            String all = "SELECT * FROM " + table + " ORDER BY 1";
            assertThat(offline.rows(all)).isEqualTo(online.rows(all));
        }
    }
}
