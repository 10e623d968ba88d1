package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What merge says of tables that both branches change: {@code aaaa <- bbbb} and {@code aaaa <- cccc}. */
class MergeCommandTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void aFirstRevision() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE account (id integer);\nCREATE TABLE post (id integer);", "");
        sqlRevision(folder, "bbbb", "aaaa", "ALTER TABLE account ADD COLUMN one integer;", "");
    }

    @Test
    void aTableThatBothChangeIsWarnedOf() {
        sqlRevision(
                folder,
                "cccc",
                "aaaa",
                "CREATE INDEX ix ON \"ACCOUNT\" (id);\nALTER TABLE post ADD COLUMN two integer;",
                "");

        CommandLineRun run = done(folder, "-q", "merge", "heads", "-m", "join");

        assertThat(run.out()).startsWith("Generating ");
        assertThat(run.err())
                .isEqualTo("warning: several branches change table 'account': "
                        + "cccc (CREATE INDEX ix ON \"ACCOUNT\" (id)), bbbb (ALTER TABLE account ADD COLUMN one integer); "
                        + "read them side by side\n");
    }

    @Test
    void whatOnlyOneBranchChangesIsNot() {
        sqlRevision(folder, "cccc", "aaaa", "ALTER TABLE post ADD COLUMN two integer;", "");
        sqlRevision(folder, "dddd", "bbbb", "ALTER TABLE account ADD COLUMN three integer;", "");

        assertThat(done(folder, "merge", "heads").err()).isEmpty();
    }

    @Test
    void javaRevisionsAreNotedDownAndThoseBothShareAreNotEvenCompiled() {
        write(folder, "migrations/versions/Broken.java", """
                import dev.retort.migration.*;
                @Revision(id = "zzzz")
                public class Broken implements Migration { this does not compile }
                """);
        sqlRevision(folder, "aaaa", "zzzz", "", "");
        write(folder, "migrations/versions/Third.java", """
                import static dev.retort.migration.Definitions.*;
                import static dev.retort.migration.Types.*;
                import dev.retort.migration.*;
                @Revision(id = "cccc", downRevision = "aaaa")
                public class Third implements Migration {
                    @Override public void upgrade(Operations op) {
                        op.addColumn("account", column("two", integer()));
                        op.run("fill account", connection -> {});
                    }
                }
                """);

        Map<String, Object> document =
                done(folder, "merge", "bbbb", "cccc", "--json").document();

        assertThat(document).containsEntry("downRevisions", List.of("bbbb", "cccc"));
        assertThat(document.get("sharedTables"))
                .asString()
                .contains("table=account", "revision=bbbb", "revision=cccc", "[add column account.two]");
        assertThat(document.get("unknown")).asString().contains("revision=cccc", "[fill account]");
    }

    @Test
    void whatCannotBeToldIsSaid() {
        sqlRevision(folder, "cccc", "aaaa", "CALL tidy_up();", "");

        assertThat(done(folder, "--url", "jdbc:postgresql://nowhere/none", "merge", "heads")
                        .err())
                .isEqualTo("Which tables these change cannot be told: cccc (CALL tidy_up())\n");
    }

    @Test
    void aRevisionThatDoesNotCompileIsNoReasonNotToMergeAndNoMatterOfTheOthers() {
        sqlRevision(folder, "cccc", "aaaa", "ALTER TABLE account ADD COLUMN two integer;", "");
        write(folder, "migrations/versions/Broken.java", """
                import dev.retort.migration.*;
                @Revision(id = "dddd", downRevision = "aaaa")
                public class Broken implements Migration { Missing one; Missing two; }
                """);

        CommandLineRun run = done(folder, "merge", "heads");

        assertThat(run.out()).startsWith("Generating ");
        assertThat(run.err())
                .contains("several branches change table 'account': cccc (ALTER", "bbbb (ALTER")
                .contains("\nWhich tables these change cannot be told: dddd (migrations/versions/Broken.java:3: ")
                .doesNotContain("problems");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:x.db", "jdbc:h2:mem:x", "jdbc:postgresql://nowhere/none", ""})
    void aTableWithItsSchemaMayBeTheOneWithout(String url) {
        sqlRevision(folder, "cccc", "aaaa", "ALTER TABLE main.ACCOUNT ADD COLUMN two integer;", "");
        sqlRevision(folder, "dddd", "aaaa", "ALTER TABLE other.post ADD COLUMN two integer;", "");
        sqlRevision(folder, "eeee", "aaaa", "ALTER TABLE \"main\".\"post\" ADD COLUMN two integer;", "");
        List<String> database = url.isEmpty() ? List.of() : List.of("--url", url);

        CommandLineRun run = merge(database);

        assertThat(run.err())
                .startsWith("warning: several branches change 'account' and 'main.")
                .containsIgnoringCase("'account' and 'main.account', which may be the same table: ")
                .contains("bbbb (", "cccc (")
                .doesNotContain("post", "cannot be told");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://nowhere/none, ACCOUNT, false",
        "jdbc:postgresql://nowhere/none, account, true",
        "jdbc:h2:mem:x,                  ACCOUNT, true",
        "jdbc:h2:mem:x,                  account, false",
        "jdbc:sqlite:x.db,               ACCOUNT, true",
        "jdbc:mariadb://nowhere/none,    ACCOUNT, true"
    })
    void namesInQuotesAreToldApartAsTheDatabaseDoes(String url, String name, boolean same) {
        String quote = url.contains("mariadb") ? "`" : "\"";
        sqlRevision(folder, "cccc", "aaaa", "DROP TABLE " + quote + name + quote + ";", "");

        assertThat(merge(List.of("--url", url)).err().contains("several branches change table"))
                .isEqualTo(same);
    }

    @Test
    void ofTwoSchemasAndNoneOnlyThoseThatMayBeOneAreWarnedOf() {
        sqlRevision(folder, "cccc", "aaaa", "DROP TABLE app.account;", "");
        sqlRevision(folder, "dddd", "aaaa", "DROP TABLE public.account;", "");
        sqlRevision(folder, "eeee", "dddd", "DELETE FROM public.account;", "");

        assertThat(done(folder, "merge", "heads", "--json").document().get("sharedTables"))
                .asString()
                .contains("table=app.account, names=[account, app.account]")
                .contains("table=public.account, names=[account, public.account]");
        assertThat(done(folder, "merge", "cccc", "eeee", "--splice", "--json")
                        .document()
                        .get("sharedTables"))
                .isEqualTo(List.of());
    }

    @Test
    void withoutAUrlSectionsOfSomeDatabasesAreLookedAtAndOthersNotMissed() {
        write(folder, "migrations/versions/c.sql", """
                -- revision: cccc
                -- down_revision: aaaa

                -- upgrade postgresql
                ALTER TABLE account ADD COLUMN two integer;

                -- upgrade oracle
                ALTER TABLE post ADD two integer;
                """);
        sqlRevision(folder, "dddd", "aaaa", "DELETE FROM post;", "");

        assertThat(merge(List.of()).err())
                .contains("change table 'account': ", "change table 'post': ")
                .doesNotContain("cannot be told");
        assertThat(done(folder, "--url", "jdbc:sqlite:x.db", "merge", "bbbb", "cccc", "--splice")
                        .err())
                .contains(
                        "cannot be told: cccc (Revision 'cccc' (migrations/versions/c.sql) has no '-- upgrade' section");
    }

    private CommandLineRun merge(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("merge", "heads"));
        arguments.addAll(options);
        return done(folder, arguments.toArray(String[]::new));
    }

    @Test
    void ofThreeBranchesTwoAreEnough() {
        sqlRevision(folder, "cccc", "aaaa", "UPDATE post SET id = 1;", "");
        sqlRevision(folder, "dddd", "aaaa", "DELETE FROM post;", "");

        assertThat(done(folder, "merge", "heads").err())
                .contains("change table 'post': dddd (DELETE FROM post), cccc (UPDATE post SET id = 1)")
                .doesNotContain("account");
    }
}
