package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.in;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** One script directory that serves H2, SQLite and PostgreSQL in one run. */
class SeveralDatabasesTests {

    @TempDir
    private Path folder;

    private final TestDatabase main = TestDatabases.h2();
    private final TestDatabase audit = TestDatabases.sqlite();
    private final TestDatabase reports = TestDatabases.postgresql();

    @BeforeEach
    void threeDatabases() {
        done(folder, "init", "-t", "multidb");
        settings("");
        revision("aaaa", "", "", "");
        revision("bbbb", "aaaa", """
                -- upgrade audit
                CREATE TABLE trail (id integer PRIMARY KEY);

                -- upgrade reports
                CREATE TABLE total (id integer PRIMARY KEY);
                """, """
                -- downgrade audit
                DROP TABLE trail;

                -- downgrade reports
                DROP TABLE total;
                """);
        write(folder, "migrations/versions/Third.java", """
                import static dev.retort.migration.Definitions.column;
                import static dev.retort.migration.Types.integer;
                import dev.retort.migration.*;

                /** third */
                @Revision(id = "cccc", downRevision = "bbbb")
                public class Third implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        if (op.isFor("main")) {
                            op.createTable("account", column("id", integer()));
                        }
                    }

                    @Override
                    public void downgrade(Operations op) {
                        if (op.isFor("main")) {
                            op.dropTable("account");
                        }
                    }
                }
                """);
    }

    @Test
    void aPlanIsShownForEach() {
        CommandLineRun run = done(folder, "plan", "bbbb");

        assertThat(run.out())
                .contains("[main] upgrade <base> -> aaaa", "[audit] upgrade aaaa -> bbbb")
                .contains("[main] 2 revisions, 1 statement;", "[audit] 2 revisions, 2 statements in");
        assertThat(done(folder, "plan", "bbbb", "--database", "reports", "--json")
                        .document())
                .isNotEmpty();
    }

    @Test
    void eachGetsItsPartOfEachRevision() throws SQLException {
        CommandLineRun up = done(folder, "upgrade", "head");

        assertThat(up.err().lines().map(line -> line.replaceFirst(" \\(\\d.*", "")))
                .containsExactly(
                        "[main] Running upgrade  -> aaaa, make aaaa",
                        "[main] Running upgrade aaaa -> bbbb, make bbbb",
                        "[main] Running upgrade bbbb -> cccc, third",
                        "[audit] Running upgrade  -> aaaa, make aaaa",
                        "[audit] Running upgrade aaaa -> bbbb, make bbbb",
                        "[audit] Running upgrade bbbb -> cccc, third",
                        "[reports] Running upgrade  -> aaaa, make aaaa",
                        "[reports] Running upgrade aaaa -> bbbb, make bbbb",
                        "[reports] Running upgrade bbbb -> cccc, third");
        assertThat(tables(main)).containsExactly("account", "shared");
        assertThat(tables(audit)).containsExactly("shared", "trail");
        assertThat(tables(reports)).containsExactly("shared", "total");
        assertThat(done(folder, "current").out())
                .isEqualTo("[main] cccc (head)\n[audit] cccc (head)\n[reports] cccc (head)\n");

        done(folder, "downgrade", "base");
        assertThat(tables(main)).isEmpty();
        assertThat(tables(audit)).isEmpty();
        assertThat(tables(reports)).isEmpty();
    }

    @Test
    void someCanBeChosen() throws SQLException {
        done(folder, "upgrade", "head", "--database", "main", "--database", "reports");

        assertThat(tables(main)).contains("account");
        assertThat(tables(audit)).isEmpty();
        assertThat(tables(reports)).contains("total");
        assertThat(done(folder, "current", "--database", "reports").out()).isEqualTo("cccc (head)\n");
        assertThat(done(folder, "-n", "audit", "upgrade", "bbbb").err()).contains("Running upgrade aaaa -> bbbb");
        assertThat(done(folder, "-n", "audit", "current").out()).isEqualTo("bbbb\n");
        assertThat(done(folder, "-n", "audit", "history", "-i").out()).contains("bbbb (current)");
        assertThat(in(folder, "current", "--check-heads").code()).isEqualTo(3);
    }

    @Test
    void aFailureTellsTheStateOfAllAndTheNextRunContinues() throws SQLException {
        done(folder, "upgrade", "aaaa", "--database", "reports");
        audit.run("CREATE TABLE trail (id integer)");

        CommandLineRun up = in(folder, "upgrade", "head");

        assertThat(up.code()).isEqualTo(1);
        assertThat(up.err())
                .contains("error: Database 'audit': Upgrade to revision 'bbbb' (make bbbb) failed in step 1 of 1")
                .contains("\n  databases:\n    main: done, at cccc\n    audit: failed, at aaaa\n")
                .contains("\n    reports: not begun, at aaaa\nhint: ")
                .contains("make bbbb\nerror: ")
                .containsOnlyOnce("table trail already exists");
        assertThat(tables(reports)).containsExactly("shared");

        audit.run("DROP TABLE trail");
        CommandLineRun again = done(folder, "upgrade", "head");
        assertThat(again.err())
                .startsWith("[main] Nothing to do: the database is at cccc\n[audit] Running upgrade aaaa -> bbbb")
                .contains("[reports] Running upgrade bbbb -> cccc");
    }

    @Test
    void aFailureIsADocumentToo() throws SQLException {
        audit.run("CREATE TABLE trail (id integer)");

        CommandLineRun up = in(folder, "--json", "upgrade", "head");

        assertThat(up.code()).isEqualTo(1);
        List<Map<String, Object>> databases = databases(up);
        assertThat(databases)
                .extracting(each -> each.get("database") + " " + each.get("state"))
                .containsExactly("main done", "audit failed", "reports untouched");
        assertThat(databases.get(0)).containsEntry("rows", List.of("cccc")).containsKey("applied");
        assertThat(databases.get(1)).containsEntry("rows", List.of("aaaa")).containsKey("error");
        assertThat(databases.get(2)).containsEntry("rows", List.of()).containsOnlyKeys("database", "state", "rows");
        assertThat(up.document()).containsKey("error");
    }

    @Test
    void aDatabaseThatWasNotReachedIsAskedAndNotMade() throws SQLException {
        audit.run("CREATE TABLE trail (id integer)");
        settings("""

                [env.gone]
                url = "jdbc:postgresql://127.0.0.1:1/none?user=none"
                [env.file]
                url = "jdbc:sqlite:new.db"
                [env.embedded]
                url = "jdbc:h2:./new"
                """);
        write(folder, "retort.toml", text("retort.toml").replace("\"reports\"]", "\"gone\", \"file\", \"embedded\"]"));
        write(
                folder,
                "migrations/versions/bbbb.sql",
                text("migrations/versions/bbbb.sql").replace("grade reports", "grade file"));

        assertThat(in(folder, "upgrade", "head").err()).contains("""
                            gone: not begun, and does not answer
                            file: not begun, at base
                            embedded: not begun, at base
                        """);
        assertThat(folder.resolve("new.db")).doesNotExist();
        assertThat(folder.resolve("new.mv.db")).doesNotExist();
    }

    @Test
    void whatOnlyLooksGoesOnAfterAFailure() {
        settings("\n[env.gone]\nurl = \"jdbc:postgresql://127.0.0.1:1/none?user=none\"\n");
        write(folder, "retort.toml", text("retort.toml").replace("[\"main\",", "[\"gone\", \"main\","));
        done(folder, "stamp", "aaaa", "--database", "main", "--database", "audit", "--database", "reports");

        CommandLineRun run = in(folder, "current");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("[main] aaaa\n[audit] aaaa\n[reports] aaaa\n");
        assertThat(run.err())
                .contains(
                        "error: Database 'gone': ",
                        "gone: failed, and does not say where it is",
                        "main: done, at aaaa");
    }

    @Test
    void scriptsGoToAFileForEachAndTheOnlyOneToStandardOutput() {
        CommandLineRun all = done(folder, "upgrade", "--sql", "head");

        assertThat(all.out().lines()).hasSize(3).allMatch(line -> line.matches("Generating .*\\.sql \\.\\.\\.  done"));
        assertThat(permissions("main.sql")).isEqualTo(permissions("retort.toml"));
        assertThat(text("main.sql")).contains("CREATE TABLE account").doesNotContain("trail", "total");
        assertThat(text("audit.sql")).contains("CREATE TABLE trail").doesNotContain("account", "total");
        assertThat(text("reports.sql")).contains("BEGIN;", "CREATE TABLE total").doesNotContain("account", "trail");
        assertThat(done(folder, "upgrade", "--sql", "head", "--database", "audit")
                        .out())
                .isEqualTo(text("audit.sql"));
        assertThat(databases(done(folder, "--json", "stamp", "--sql", "head")))
                .extracting(each -> each.get("database"))
                .containsExactly("main", "audit", "reports");
        assertThat(done(folder, "ensure_version", "--sql", "--database", "main").out())
                .contains("CREATE TABLE alembic_version");
    }

    @Test
    void theOtherCommandsRunOnAllToo() throws SQLException {
        assertThat(databases(done(folder, "--json", "ensure_version")))
                .extracting(each -> each.get("created"))
                .containsExactly(true, true, true);
        assertThat(done(folder, "stamp", "head").err())
                .contains("[main] Running stamp_revision  -> cccc", "[reports] Running stamp_revision  -> cccc");
        assertThat(databases(done(folder, "--json", "current")))
                .extracting(each -> each.get("atHead"))
                .containsExactly(true, true, true);
        CommandLineRun check = in(folder, "check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err())
                .contains("error: Database 'main': ", "\nDatabase 'audit': ", "\nDatabase 'reports': ", "hint: ");
    }

    @Test
    void aNewRevisionHasAPartForEach() {
        done(folder, "revision", "-m", "fourth", "--rev-id", "dddd");
        done(folder, "revision", "-m", "fifth", "--rev-id", "eeee", "--sql");
        done(folder, "revision", "-m", "sixth", "--rev-id", "ffff", "--database", "audit");

        assertThat(text("migrations/versions/dddd_fourth.java")).contains("""
                    public void upgrade(Operations op) {
                        if (op.isFor("main")) {
                        }
                        if (op.isFor("audit")) {
                        }
                """);
        assertThat(text("migrations/versions/eeee_fifth.sql")).contains("""
                -- upgrade

                -- upgrade main

                -- upgrade audit

                -- upgrade reports

                -- downgrade

                -- downgrade main
                """);
        assertThat(text("migrations/versions/ffff_sixth.java"))
                .contains("isFor(\"audit\")")
                .doesNotContain("main");
        done(folder, "upgrade", "head");
    }

    @Test
    void whatIsAskedForMustBeThere() {
        failed(List.of("upgrade", "head", "--database", "mian"), "no database 'mian'", "main, audit, reports");
        failed(List.of("history", "-i"), "works on one database, and there are several", "-n main");
        failed(List.of("--url", "jdbc:h2:mem:x", "current"), "--url names one database", "--database main");
        failed(List.of("-n", "main", "current", "--database", "audit"), "ask for different databases", "-n");
        assertThat(done(folder, "--url", reports.url(), "current", "--database", "main")
                        .out())
                .isEmpty();

        write(folder, "retort.toml", text("retort.toml").replaceFirst("(?s)\\[env.audit]\nurl[^\n]*", "[env.audit]"));
        failed(List.of("upgrade", "head"), "No database is set for 'audit'", "below [env.audit] in retort.toml");
        settings("\n[env.prod]\n");
        failed(List.of("-n", "prod", "upgrade", "head"), "'prod' is none of the databases main", "leave out -n");
        settings("\n[env.twin]\nurl = \"" + main.url() + "\"\n");
        write(folder, "retort.toml", text("retort.toml").replace("[\"main\",", "[\"twin\", \"main\","));
        failed(List.of("upgrade", "head"), "'twin' and 'main' are the same", "version_table");
        write(folder, "retort.toml", text("retort.toml").replace("twin", "sqlite"));
        failed(List.of("upgrade", "head"), "'sqlite' cannot be the name of a database", "neither a dialect");
        write(folder, "retort.toml", "script_location = \"migrations\"\nurl = \"" + main.url() + "\"\n");
        failed(List.of("upgrade", "head", "--database", "main"), "no database 'main'", "leave out --database");
        failed(List.of("upgrade", "head"), "section 'upgrade audit' is for a dialect that does not exist", "write one");
    }

    @Test
    void aRevisionCannotBeForADatabaseThatIsNotThere() {
        revision("dddd", "cccc", "-- upgrade adit\n", "");
        failed(List.of("upgrade", "head"), "section 'upgrade adit' is for a database or dialect", "audit");
        write(
                folder,
                "migrations/versions/dddd.sql",
                text("migrations/versions/dddd.sql").replace("adit", "audit"));
        write(
                folder,
                "migrations/versions/Third.java",
                text("migrations/versions/Third.java").replace("\"main\"", "\"mein\""));
        failed(
                List.of("upgrade", "head"),
                "'mein'; the databases are main, audit, reports",
                "as databases in retort.toml");
    }

    private void settings(String further) {
        write(folder, "retort.toml", """
                script_location = "migrations"
                databases = ["main", "audit", "reports"]
                [env.main]
                url = "%s"
                [env.audit]
                url = "%s"
                [env.reports]
                url = "%s"
                """.formatted(main.url(), audit.url(), reports.url()) + further);
    }

    private void revision(String id, String parent, String upgrades, String downgrades) {
        String shared = id.equals("aaaa") ? "CREATE TABLE shared (id integer PRIMARY KEY);" : "";
        String gone = id.equals("aaaa") ? "DROP TABLE shared;" : "";
        write(folder, "migrations/versions/" + id + ".sql", """
                -- revision: %s
                -- down_revision: %s
                -- message: make %s

                -- upgrade
                %s
                %s
                -- downgrade
                %s
                %s""".formatted(
                        id, parent, id, shared, upgrades, gone, downgrades));
    }

    private void failed(List<String> words, String message, String hint) {
        CommandLineRun run = in(folder, words.toArray(String[]::new));
        assertThat(run.code()).as(run.toString()).isEqualTo(1);
        assertThat(run.err()).contains("error: ").contains(message).doesNotContain("\tat ");
        assertThat(run.err().substring(run.err().indexOf("hint: "))).contains(hint);
    }

    @SuppressWarnings("unchecked") // as docs/json.md says
    private static List<Map<String, Object>> databases(CommandLineRun run) {
        return (List<Map<String, Object>>) Objects.requireNonNull(run.document().get("databases"));
    }

    private String text(String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file) && name.endsWith(".java")) {
                file = file.resolveSibling("Rev" + file.getFileName());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<PosixFilePermission> permissions(String name) {
        try {
            return Files.getPosixFilePermissions(folder.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return Dialects.of(connection).reflector().read(connection, Scope.DEFAULT_SCHEMA).tables().stream()
                    .map(table -> table.name().name())
                    .filter(name -> !name.startsWith("alembic") && !name.startsWith("retort"))
                    .toList();
        }
    }
}
