package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.dialect.Dialects;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Disks that are full, files that are half there, servers that want another password. */
class HardTimesTests {

    private static final String PASSWORD = "hunter2";

    @TempDir
    private Path folder;

    @BeforeEach
    void oneRevision() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE one (id integer, text varchar(100));", "DROP TABLE one;");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:%d/shop?loginTimeout=1",
        "jdbc:mariadb://127.0.0.1:%d/shop?connectTimeout=1000"
    })
    void aHostThatNeverAnswersIsNotWaitedForLongerThanTheUrlSays(String url) throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CommandLineRun waiting = at(url.formatted(silent.getLocalPort()), "current");

            assertThat(waiting.code()).isEqualTo(1);
            assertThat(waiting.err())
                    .startsWith("error: Cannot connect to 'jdbc:")
                    .contains("\nhint: ");
        }
    }

    @Test
    void aPostgresThatNeverAnswersIsGivenUpByItself() {
        var provider = Dialects.provider("jdbc:postgresql://localhost/shop");

        assertThat(provider.driverDefaults()).containsEntry("loginTimeout", "30");
    }

    @Test
    void aRevisionThatFindsTheDiskFullIsTakenBackAndRunsWhenThereIsRoom() {
        TestDatabase database = TestDatabases.sqlite();
        assertThat(at(database.url(), "upgrade", "head").code()).isZero();
        sqlRevision(
                folder,
                "bbbb",
                "aaaa",
                "CREATE TABLE two (id integer);\nINSERT INTO one VALUES (1, zeroblob(1000000));",
                "");

        CommandLineRun full = at(database.url() + "?max_page_count=20", "upgrade", "head");

        assertThat(full.code()).isEqualTo(1);
        assertThat(full.err())
                .contains("error: Upgrade to revision 'bbbb' (make bbbb) failed in step 2 of 2")
                .contains("database or disk is full")
                .contains("nothing of this revision was kept; the database is at aaaa")
                .contains("\nhint: ");
        assertThat(at(database.url(), "current").out()).isEqualTo("aaaa\n");
        assertThat(at(database.url(), "upgrade", "head").code()).isZero();
        assertThat(at(database.url(), "current").out()).isEqualTo("bbbb (head)\n");
    }

    @Test
    void aScriptDirectoryThatCannotBeWrittenIsLeftAsItWas() throws IOException {
        Path versions = folder.resolve("migrations/versions");
        Files.delete(versions.resolve("aaaa.sql"));
        Files.delete(versions);
        Files.writeString(versions, "a file, not a folder");

        assertThat(failed(CommandLineRun.in(folder, "revision", "-m", "next"))).contains("migrations/versions");

        assertThat(versions).hasContent("a file, not a folder");
        Path other = folder.resolve("other");
        Files.writeString(other, "a file too");
        assertThat(failed(CommandLineRun.in(folder, "init", "other"))).contains("other");
        assertThat(other).hasContent("a file too");
    }

    @Test
    void whatTheSystemRefusesIsToldInItsWordsAndNotInJavas() throws IOException {
        write(folder, "retort.toml", "script_location = \"migrations\"\ntruncate_slug_length = 300\n");
        assertThat(failed(CommandLineRun.in(folder, "revision", "-m", "x".repeat(300))))
                .startsWith("error: Cannot write 'migrations/versions/")
                .contains("x.java': File name too long\nhint: ");

        assertThat(failed(CommandLineRun.in(folder, "-c", ".", "heads")))
                .contains("Cannot read the configuration file '.': Is a directory");
    }

    @Test
    void aRevisionThatWasHalfWrittenIsNamed() {
        String url = TestDatabases.h2().url();
        write(folder, "migrations/versions/bbbb.sql", "-- revision: bbbb\n-- down_rev");
        for (String command : new String[] {"history", "heads", "current", "upgrade"}) {
            assertThat(failed(command.equals("upgrade") ? at(url, command, "heads") : at(url, command)))
                    .contains(
                            "migrations/versions/bbbb.sql:2: the file ends inside its header: there is no '-- upgrade'"
                                    + " section")
                    .doesNotContain("Running");
        }

        write(folder, "migrations/versions/cccc.sql", "");
        write(folder, "migrations/versions/Revdddd.java", "import dev.retort.migration.*;\n@Revision(id = \"dd");

        assertThat(failed(at(url, "upgrade", "heads"))).contains("migrations/versions/cccc.sql:1", "Revdddd.java:2");
    }

    @Test
    void aServerThatRefusesThePasswordIsToldWithoutIt() throws SQLException {
        TestDatabase database = TestDatabases.postgresql();
        String role = "guarded" + System.nanoTime();
        String file = "current_setting('hba_file')";
        // The server's own file, written by the server, wherever it runs.
        String before = "SELECT line FROM retort_hba ORDER BY number";
        database.run(
                "CREATE ROLE %s LOGIN PASSWORD 'right'".formatted(role),
                "CREATE TABLE retort_hba AS SELECT number, line FROM"
                        + " regexp_split_to_table(pg_read_file(%s), E'\\n') WITH ORDINALITY AS lines(line, number)"
                                .formatted(file),
                overwrite("SELECT 'host all %s all scram-sha-256' UNION ALL (%s)".formatted(role, before)),
                "SELECT pg_reload_conf()");
        try {
            String url = database.url().replaceFirst("user=[^&]*", "user=" + role);
            for (String wrong : new String[] {url + "&password=" + PASSWORD, url + "&password=%68unter2"}) {
                assertThat(failed(at(wrong, "current")))
                        .contains("password authentication failed for user \"%s\"".formatted(role));
                assertThat(failed(at(wrong, "--stacktrace", "upgrade", "head"))).contains(role);
            }
            write(folder, "retort.toml", "url = \"%s\"\npassword = \"%s\"\n".formatted(url, PASSWORD));
            assertThat(failed(CommandLineRun.in(folder, "upgrade", "head"))).contains("password authentication failed");
            assertThat(at(url + "&password=right", "current").code()).isZero();
        } finally {
            database.run(overwrite(before), "SELECT pg_reload_conf()");
        }
    }

    @Test
    void soIsThePasswordThatMariadbRefuses() throws SQLException {
        TestDatabase database = TestDatabases.mariadb();
        String user = user(database, "CREATE USER %s IDENTIFIED BY 'right'", "ALL");
        try {
            String url = as(user, database);
            for (String wrong : new String[] {url + "&password=" + PASSWORD, url + "&password=%68unter2", url}) {
                assertThat(failed(at(wrong, "current"))).contains("Access denied for user '%s'".formatted(user));
                assertThat(failed(at(wrong, "--stacktrace", "upgrade", "head"))).contains(user);
            }
            assertThat(at(url + "&password=right", "upgrade", "head").code()).isZero();
        } finally {
            database.run("DROP USER " + user);
        }
    }

    @ParameterizedTest
    @CsvSource({"mariadb, command denied to user", "postgresql, permission denied for"})
    void aUserWhoMayOnlyReadIsRefusedAndNothingIsChanged(String product, String words) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        assertThat(at(database.url(), "upgrade", "head").code()).isZero();
        sqlRevision(folder, "bbbb", "aaaa", "INSERT INTO one VALUES (1, 'x');\nCREATE TABLE two (id integer);", "");
        String create = product.equals("mariadb") ? "CREATE USER %s" : "CREATE ROLE %s LOGIN";
        String user = user(database, create, "SELECT");
        try {
            String url = as(user, database);
            assertThat(at(url, "current").out()).isEqualTo("aaaa\n");

            assertThat(failed(at(url, "upgrade", "head")))
                    .contains("revision 'bbbb'")
                    .contains(words);

            assertThat(at(url, "current").out()).isEqualTo("aaaa\n");
            assertThat(at(database.url(), "upgrade", "head").code()).isZero();
            assertThat(at(url, "current").out()).isEqualTo("bbbb (head)\n");
        } finally {
            database.run(product.equals("mariadb") ? "DROP USER " + user : "DROP OWNED BY " + user);
        }
    }

    /** Make a user of the server who may do this in the database, on all tables that are there. */
    private static String user(TestDatabase database, String create, String rights) throws SQLException {
        String user = "u" + System.nanoTime();
        String name = database.url().replaceFirst(".*//[^/]+/([^?]*).*", "$1");
        String all = database.product().equals("mariadb") ? name + ".*" : "ALL TABLES IN SCHEMA public";
        database.run(create.formatted(user), "GRANT %s ON %s TO %s".formatted(rights, all, user));
        return user;
    }

    private static String as(String user, TestDatabase database) {
        return database.url().replaceFirst("user=[^&]*", "user=" + user);
    }

    private static String overwrite(String query) {
        return """
                DO $do$ BEGIN
                EXECUTE format('COPY (%%s) TO %%L', $q$%s$q$, current_setting('hba_file'));
                END $do$""".formatted(query);
    }

    private CommandLineRun at(String url, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "--url";
        all[1] = url;
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.in(folder, all);
    }

    /** Require an error as people want it, and give what was said. */
    private static String failed(CommandLineRun run) {
        assertThat(run.code()).as(run.toString()).isEqualTo(1);
        assertThat(run.out() + run.err()).doesNotContain(PASSWORD, "%68unter2");
        assertThat(run.err()).contains("error: ").contains("\nhint: ");
        return run.err();
    }
}
