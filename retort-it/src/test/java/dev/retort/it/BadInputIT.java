package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What people get wrong, through the jar: told with a hint, without a stack trace, a password or a half-written file. */
class BadInputIT {

    @TempDir
    private Path folder;

    @Test
    void settingsThatAreMissingBrokenOrUnknown() {
        Project project = project();
        project.retort("heads").failed("retort.toml", "retort init");

        project.write("retort.toml", "script_location = [\n");
        project.retort("heads").failed("retort.toml", "line");

        project.write("retort.toml", "script_locatoin = \"x\"\nmodle = \"y\"\n");
        project.retort("heads").failed("'script_locatoin'", "'script_location'", "'modle'", "'model'");

        project.write("retort.toml", "script_location = \"nowhere\"\n");
        project.retort("upgrade", "head").failed("nowhere", "retort init");
    }

    @Test
    void aDatabaseThatCannotBeReached() {
        Project project = initialized();

        at("jdbc:postgresql://127.0.0.1:1/d?user=u&password=" + Project.PASSWORD)
                .failed("jdbc:postgresql://127.0.0.1:1/d");
        at("jdbc:mariadb://127.0.0.1:1/d?user=u&password=" + Project.PASSWORD).failed("jdbc:mariadb://127.0.0.1:1/d");
        at("jdbc:sqlite:/no/such/folder/d.db").failed("/no/such/folder/d.db");
        at("jdbc:nosuch://u:" + Project.PASSWORD + "@h/d").failed("jdbc:nosuch:");
        at("postgresql://u:" + Project.PASSWORD + "@h/d").failed("postgresql");
        assertThat(project.revisionFiles()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsNeverEchoed() throws SQLException {
        initialized();
        TestDatabase h2 = TestDatabases.h2();
        h2.run("CREATE TABLE t (a integer)");
        at(h2.url() + ";USER=nobody;PASSWORD=" + Project.PASSWORD).failed("Wrong user name or password");

        JarRun byVariables = RetortJar.run(
                folder,
                Map.of("RETORT_URL", "jdbc:postgresql://127.0.0.1:1/d", "DB_PASSWORD", Project.PASSWORD),
                List.of("-x", "password=" + Project.PASSWORD, "--stacktrace", "current"));
        assertThat(byVariables.code()).isEqualTo(1);
        assertThat(byVariables.err()).doesNotContain(Project.PASSWORD);
    }

    @Test
    void aDatabaseThatCannotBeWritten() throws IOException, SQLException {
        Project project = initialized();
        TestDatabase h2 = TestDatabases.h2();
        h2.run("CREATE TABLE t (a integer)");
        at(h2.url() + ";ACCESS_MODE_DATA=r").failed("read");

        TestDatabase postgresql = TestDatabases.postgresql();
        postgresql.run("ALTER DATABASE %s SET default_transaction_read_only = on"
                .formatted(postgresql.url().replaceFirst(".*/([^?]*).*", "$1")));
        at(postgresql.url()).failed("read-only");
        assertThat(new Project(folder, postgresql).tables()).isEmpty();

        TestDatabase sqlite = TestDatabases.sqlite();
        sqlite.run("CREATE TABLE t (a integer)");
        at(sqlite.url() + "?open_mode=1").failed("cannot be changed", "right to write");
        assertThat(new Project(folder, sqlite).tables()).containsExactly("t");
        assertThat(project.revisionFiles()).hasSize(1);
    }

    @Test
    void aHistoryThatDoesNotHoldTogether() throws IOException {
        Project project = initialized();
        project.retort("upgrade", "nosuch").failed("'nosuch'");
        project.retort("show", "nosuch").failed("'nosuch'");

        project.sqlRevision("bbbb", "gone", "", "");
        project.write("migrations/versions/again.sql", "-- revision: aaaa\n\n-- upgrade\n");
        project.sqlRevision("cccc", "dddd", "", "");
        project.sqlRevision("dddd", "cccc", "", "");
        Files.write(
                folder.resolve("migrations/versions/latin.sql"),
                "-- revision: eeee\n-- message: f\u00fcr\n".getBytes(StandardCharsets.ISO_8859_1));
        project.retort("heads").failed("latin.sql:2", "UTF-8");
        Files.delete(folder.resolve("migrations/versions/latin.sql"));
        for (List<String> words : List.of(List.of("history"), List.of("upgrade", "head"))) {
            project.retort(words.toArray(String[]::new))
                    .failed("'gone'", "'aaaa'", "again.sql", "bbbb.sql", "cccc", "dddd");
        }
        int before = project.revisionFiles().size();
        project.retort("revision", "-m", "one more").failed("'gone'");
        assertThat(project.revisionFiles()).hasSize(before);
    }

    @Test
    void codeThatCannotRun() {
        Project project = initialized();
        project.write("migrations/versions/Hidden.java", java("Hidden", "bbbb", "private Hidden() {}", ""));
        project.retort("upgrade", "head").failed("Hidden", "constructor");

        project.write("migrations/versions/Hidden.java", java("Hidden", "bbbb", "", "op.createTabel(\"x\");"));
        project.retort("upgrade", "head").failed("Hidden.java:", "createTabel");

        project.write("migrations/versions/Hidden.java", java("Hidden", "bbbb", "", "throw new Error(\"so\");"));
        project.retort("upgrade", "head").failed("'bbbb'", "so");

        project.write("migrations/versions/Hidden.java", java("Other", "bbbb", "", ""));
        project.retort("upgrade", "head").failed("Hidden.java");

        project.write("migrations/Env.java", "public class Env { int x = \"a\"; }\n");
        project.retort("current").failed("Env.java:1");
    }

    @Test
    void entitiesThatCannotBeRead() {
        Project project = project().initWithShop("generic", "");
        project.write("src/main/java/com/acme/shop/Lost.java", """
                package com.acme.shop;

                @jakarta.persistence.Entity
                public class Lost {
                    private String withoutIdentifier;
                }
                """);
        Shop.compile(folder);
        project.retort("revision", "--autogenerate", "-m", "lost").failed("Lost");
        assertThat(project.revisionFiles()).isEmpty();

        project.write("retort.toml", """
                model = "jpa:com.acme.nothing"
                class_path = ["target/classes", "lib/*.jar"]
                """);
        project.retort("revision", "--autogenerate", "-m", "nothing").failed("com.acme.nothing");
        project.write("retort.toml", "model = \"jpa:com.acme.shop\"\nclass_path = [\"target/classes\"]\n");
        project.retort("check").failed("Hibernate", "class_path");
        project.write("retort.toml", "model = \"jpa:com.acme.shop\"\nclass_path = [\"target/clases\"]\n");
        project.retort("check").failed("target/clases");
        assertThat(project.revisionFiles()).isEmpty();
    }

    @Test
    void wordsThatAreNoCommand() {
        for (List<String> words : List.of(
                List.of("upgrad"), List.of("upgrade"), List.of("heads", "--bogus"), List.of("revision", "-m"))) {
            JarRun run = RetortJar.run(folder, Map.of(), words);
            assertThat(run.code()).as(run.toString()).isEqualTo(2);
            assertThat(run.err())
                    .as(run.toString())
                    .contains("error: ", "hint: ")
                    .doesNotContain("\tat ");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private Project project() {
        return new Project(folder, TestDatabases.h2());
    }

    private Project initialized() {
        Project project = project();
        project.retort("init").done();
        project.sqlRevision("aaaa", "", "CREATE TABLE one (id integer PRIMARY KEY);", "DROP TABLE one;");
        return project;
    }

    private JarRun at(String url) {
        return RetortJar.run(folder, Map.of("RETORT_URL", url), List.of("upgrade", "head"));
    }

    private static String java(String name, String id, String constructor, String body) {
        return """
                import dev.retort.migration.Migration;
                import dev.retort.migration.Operations;
                import dev.retort.migration.Revision;

                @Revision(id = "%s", downRevision = "aaaa")
                public class %s implements Migration {
                    %s

                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, name, constructor, body);
    }
}
