package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.InstalledPrograms;

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
        write(folder, "test.bash", """
                source <(retort completion bash)
                # Words as bash cuts them: at white space, and at the characters of COMP_WORDBREAKS.
                try() {
                    COMP_LINE=$1 COMP_POINT=${#1}
                    shift
                    COMP_WORDS=("$@")
                    COMP_CWORD=$(($# - 1))
                    COMPREPLY=()
                    _retort
                    printf '%s|' "${COMPREPLY[@]}"
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
                try '~/bin/retort show bb' '~/bin/retort' show bb
                """);

        assertThat(said("bash", "--norc", "test.bash")).isEqualTo("""
                1
                upgrade|
                aaaa02|aaaa01|
                head|
                head|heads|+1|audit@head|aaaa02|aaaa01|bbbb01|
                bbbb01|
                heads|audit@head|aaaa02|aaaa01|bbbb01|
                |
                bbbb01|
                """);
    }

    @Test
    void fishCompletesWords() throws Exception {
        InstalledPrograms.assumeInstalled("fish", "fish");
        write(folder, "test.fish", """
                retort completion fish | source
                for line in 'retort upg' 'retort upgrade aaaa' 'retort upgrade audit@h' 'retort upgrade --sql aaaa01:b' \\
                        'retort revision --head=bb' 'retort -c "retort.toml" merge aaaa02 "bb' 'retort nonsense tes' \\
                        '~/bin/retort show bb' './missing/retort show bb'
                    set -l found (complete -C $line | string join '|')
                    echo "$line|$found"
                end
                """);

        assertThat(said("fish", "--no-config", "test.fish")).isEqualTo("""
                retort upg|upgrade\tApply revisions until the database is at TARGET.
                retort upgrade aaaa|aaaa02\tmake aaaa02|aaaa01\tmake aaaa01
                retort upgrade audit@h|audit@head\tthe head of the branch audit
                retort upgrade --sql aaaa01:b|aaaa01:bbbb01\tthe audit: trail
                retort revision --head=bb|--head=bbbb01\tthe audit: trail
                retort -c "retort.toml" merge aaaa02 "bb|bbbb01\tthe audit: trail
                retort nonsense tes|test.fish
                ~/bin/retort show bb|bbbb01\tthe audit: trail
                ./missing/retort show bb|
                """);
    }

    @Test
    void zshCompletesWords() throws Exception {
        InstalledPrograms.assumeInstalled("zsh", "zsh");
        // A shell of its own is typed to; Ctrl-X then shows what the line has become.
        write(folder, "inner.zsh", """
                autoload -Uz compinit && compinit -u -D
                source <(retort completion zsh)
                report() { print -r -- "LINE<$BUFFER>"; BUFFER= }
                zle -N report
                bindkey '^X' report
                print READY
                """);
        write(folder, "test.zsh", """
                zmodload zsh/zpty
                TERM=dumb zpty inner zsh -f -i
                zpty -w inner 'source ./inner.zsh'
                zpty -r -m inner out '*READY*'
                for line in 'retort upg' 'retort upgrade aaaa' 'retort upgrade audit@' 'retort upgrade --sql aaaa01:b' \\
                        'retort revision --head=bb' "retort -c 'retort.toml' merge aaaa02 'bb" 'retort nonsense tes' \\
                        '~/bin/retort show bb'; do
                    zpty -w -n inner "$line"$'\\t\\C-x'
                    zpty -r -m inner out '*LINE<*>*'
                    print -r -- "${${out#*LINE}%%>*}>"
                done
                zpty -d inner
                """);

        assertThat(said("zsh", "-f", "test.zsh")).isEqualTo("""
                <retort upgrade >
                <retort upgrade aaaa0>
                <retort upgrade audit@head >
                <retort upgrade --sql aaaa01:bbbb01 >
                <retort revision --head=bbbb01 >
                <retort -c 'retort.toml' merge aaaa02 'bbbb01' >
                <retort nonsense test.zsh >
                <~/bin/retort show bbbb01 >
                """);
    }

    /** Run a shell that finds {@code retort} on its PATH and in its home, and give what it says. */
    private String said(String... command) throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        write(
                bin,
                "retort",
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.retort.cli.Retort \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path")));
        assertThat(bin.resolve("retort").toFile().setExecutable(true)).isTrue();
        Path out = folder.resolve("shell.out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().merge("PATH", bin.toString(), (path, added) -> added + File.pathSeparator + path);
        builder.environment().put("HOME", folder.toString());
        Process shell = builder.start();
        shell.getOutputStream().close();
        boolean ended = shell.waitFor(120, TimeUnit.SECONDS);
        shell.destroyForcibly();
        assertThat(ended).as(Files.readString(out)).isTrue();
        return Files.readString(out);
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
