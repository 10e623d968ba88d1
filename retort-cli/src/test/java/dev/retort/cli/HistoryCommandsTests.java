package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need no database. */
class HistoryCommandsTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void aBranchedHistory() {
        done(folder, "init", "-t", "sql", "migrations");
        sqlRevision(folder, "aaaa", "", "", "");
        sqlRevision(folder, "bbbb", "aaaa", "", "");
        sqlRevision(folder, "cccc", "aaaa", "", "");
    }

    @Test
    void headsListsWhatNothingFollows() {
        assertThat(done(folder, "heads").out()).isEqualTo("bbbb (head)\ncccc (head)\n");
    }

    @Test
    void headsAsADocument() {
        Map<String, Object> document = done(folder, "heads", "--json").document();

        assertThat(document).containsOnlyKeys("heads");
        assertThat(document.get("heads")).asString().contains("revision=bbbb", "revision=cccc", "head=true");
    }

    @Test
    void historyListsTheNewestFirst() {
        assertThat(done(folder, "history").out().lines())
                .containsExactlyInAnyOrder(
                        "aaaa -> cccc (head), make cccc",
                        "aaaa -> bbbb (head), make bbbb",
                        "<base> -> aaaa (branchpoint), make aaaa")
                .last()
                .isEqualTo("<base> -> aaaa (branchpoint), make aaaa");
    }

    @Test
    void aRangeThatBeginsWithAMinusIsUnderstood() throws IOException {
        Files.delete(folder.resolve("migrations/versions/cccc.sql"));

        assertThat(done(folder, "history", "-r-1:").out())
                .isEqualTo(done(folder, "history", "-r", "-1:").out());
    }

    @Test
    void branchesShowsWhatFollowsABranchPoint() {
        assertThat(done(folder, "branches").out())
                .isEqualTo("aaaa (branchpoint)\n     -> bbbb (head)\n     -> cccc (head)\n\n");
    }

    @Test
    void showTellsEverything() {
        assertThat(done(folder, "show", "bbbb").out())
                .startsWith("Rev: bbbb (head)\nParent: aaaa\nPath: " + folder)
                .contains("\n    make bbbb\n");
    }

    @Test
    void aMergeJoinsTheHeads() throws IOException {
        CommandLineRun run = done(folder, "merge", "heads", "-m", "join", "--rev-id", "dddd");

        assertThat(run.out()).startsWith("Generating ").endsWith("dddd_join.sql ...  done\n");
        assertThat(done(folder, "heads").out()).isEqualTo("dddd (head)\n");
        assertThat(files()).contains("dddd_join.sql");
    }

    @Test
    void aRevisionGoesOnTheHeadThatIsNamed() {
        assertThat(CommandLineRun.in(folder, "revision").err()).contains("there are 2 heads: 'bbbb', 'cccc'");

        CommandLineRun run =
                done(folder, "--json", "revision", "--head", "cccc", "-m", "it's \"new\"", "--rev-id", "dddd");

        assertThat(run.document().get("downRevisions")).isEqualTo(List.of("cccc"));
        assertThat(done(folder, "heads").out()).isEqualTo("bbbb (head)\ndddd (head)\n");
    }

    @Test
    void aNewBaseIsPossible() {
        done(folder, "revision", "--head", "base", "--branch-label", "other", "--rev-id", "dddd", "-m", "apart");

        assertThat(done(folder, "history", "-r", "dddd:").out()).isEqualTo("<base> -> dddd (other) (head), apart\n");
    }

    @Test
    void theTemplatesAreListed() {
        assertThat(done(folder, "list_templates").out())
                .startsWith("Available templates:\n\ngeneric - ")
                .contains("\nsql - ", "\nmaven - ", "\nmultidb - ")
                .endsWith("\n  retort init --template generic migrations\n");
        assertThat(done(folder, "list-templates", "--json").document().get("templates"))
                .asString()
                .contains("name=generic");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations/versions"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
