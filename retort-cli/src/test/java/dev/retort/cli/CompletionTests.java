package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell is told, and what bash itself makes of it. */
class CompletionTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoBranches() {
        done(folder, "init", "-t", "sql");
        sqlRevision(folder, "aaaa01", "", "SELECT 1;", "");
        sqlRevision(folder, "aaaa02", "aaaa01", "SELECT 1;", "");
        write(folder, "migrations/versions/bb.sql", """
                -- revision: bbbb01
                -- down_revision:
                -- branch_labels: audit
                -- message: the audit:\ttrail
                -- upgrade
                """);
    }

    @Test
    void commandsAndOptionsAreOffered() {
        assertThat(offered("up")).containsExactly("upgrade\tApply revisions until the database is at TARGET.");
        assertThat(offered("")).hasSize(CommandName.values().length);
        assertThat(offered("--js")).containsExactly("--json\tPrint the result as one JSON document.");
        assertThat(offered("upgrade", "--id"))
                .containsExactly(
                        "--idempotent\tWith --sql: let the script look at the version table itself and run on any state.");
        assertThat(words(offered("-c", "x.toml", "--json", "stamp", "--p"))).containsExactly("--purge");
        assertThat(offered("nonsense", "")).isEmpty();
        assertThat(offered()).isNotEmpty();
    }

    @Test
    void revisionsAreOfferedWithTheirMessages() {
        assertThat(offered("upgrade", "a"))
                .containsExactly(
                        "audit@head\tthe head of the branch audit", "aaaa02\tmake aaaa02", "aaaa01\tmake aaaa01");
        assertThat(offered("show", "bb")).containsExactly("bbbb01\tthe audit: trail");
        assertThat(words(offered("upgrade", "h"))).containsExactly("head", "heads");
        assertThat(words(offered("downgrade", "-"))).contains("-1", "--sql");
        assertThat(words(offered("upgrade", "--sql", "aaaa01:aaaa0")))
                .containsExactly("aaaa01:aaaa02", "aaaa01:aaaa01");
        assertThat(words(offered("revision", "--head", "aaaa02"))).containsExactly("aaaa02");
        assertThat(words(offered("revision", "--head=aaaa02"))).containsExactly("--head=aaaa02");
        assertThat(words(offered("history", "-r", "bb"))).containsExactly("bbbb01");
        assertThat(words(offered("merge", "aaaa02", "b"))).containsExactly("bbbb01");
    }

    @Test
    void otherValuesAreOffered() {
        assertThat(words(offered("init", "-t", "m"))).containsExactly("maven", "multidb");
        assertThat(words(offered("upgrade", "head", "--in-doubt", ""))).contains("applied", "repeat");
        assertThat(words(offered("completion", ""))).containsExactly("bash", "zsh", "fish");
        write(folder, "retort.toml", """
                script_location = "migrations"
                databases = ["main", "audit"]
                [env.main]
                [env.audit]
                """);
        assertThat(words(offered("upgrade", "head", "--database", ""))).containsExactly("main", "audit");
        assertThat(words(offered("-n", "a"))).containsExactly("audit");
        assertThat(words(offered("init", ""))).isEmpty();
    }

    @Test
    void whatIsBrokenOffersLessAndSaysNothing() {
        write(folder, "migrations/versions/broken.sql", "nothing of a revision");
        assertThat(words(offered("upgrade", "he"))).containsExactly("head", "heads");
        write(folder, "retort.toml", "this is = no toml");
        CommandLineRun run = CommandLineRun.in(folder, Completion.WORD, "upgrade", "");
        assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    }

    @Test
    void bashCompletesWords() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        write(
                bin,
                "retort",
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.retort.cli.Retort \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path")));
        assertThat(bin.resolve("retort").toFile().setExecutable(true)).isTrue();
        write(folder, "test.bash", """
                PATH=%s:$PATH
                source <(retort completion bash)
                # Words as bash cuts them: at white space, and at the characters of COMP_WORDBREAKS.
                try() {
                    COMP_LINE=$1 COMP_POINT=${#1}
                    shift
                    COMP_WORDS=("$@")
                    COMP_CWORD=$(($# - 1))
                    COMPREPLY=()
                    _retort
                    printf '%%s|' "${COMPREPLY[@]}"
                    echo
                }
                complete -p retort | grep -c -- '-F _retort retort'
                try 'retort upg' retort upg
                try 'retort upgrade aaaa' retort upgrade aaaa
                try 'retort upgrade audit@h' retort upgrade audit @ h
                try 'retort upgrade --sql aaaa01:' retort upgrade --sql aaaa01 :
                try 'retort revision --head=bb' retort revision --head = bb
                try 'retort merge aaaa02 ' retort merge aaaa02 ''
                try 'retort nonsense ' retort nonsense ''
                """.formatted(bin));

        Process bash = new ProcessBuilder("bash", "--norc", "test.bash")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEqualTo("""
                1
                upgrade|
                aaaa02|aaaa01|
                head|
                head|heads|+1|audit@head|aaaa02|aaaa01|bbbb01|
                bbbb01|
                heads|audit@head|aaaa02|aaaa01|bbbb01|
                |
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void eachShellHasItsScript(String shell) throws IOException {
        String script = done(folder, "completion", shell).out();

        assertThat(script).contains("retort", Completion.WORD);
        assertThat(done(folder, "--json", "completion", shell).document()).containsEntry("script", script);
        assertThat(CommandLineRun.in(folder, "completion", "tcsh").code()).isEqualTo(2);
    }

    private List<String> offered(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = Completion.WORD;
        System.arraycopy(words, 0, all, 1, words.length);
        CommandLineRun run = done(folder, all);
        assertThat(run.err()).isEmpty();
        return run.out().lines().toList();
    }

    private static List<String> words(List<String> lines) {
        return lines.stream().map(line -> line.replaceFirst("\t.*", "")).toList();
    }
}
