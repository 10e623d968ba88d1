package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get wrong: a clear error, a hint, exit code 1 or 2, and never a stack trace. */
class BrokenInputTests {

    @TempDir
    private Path folder;

    @Test
    void noSettingsFile() {
        assertFailed(run("heads"), "retort.toml", "retort init");
    }

    @Test
    void aNamedSettingsFileThatIsNotThere() {
        assertFailed(run("-c", "other.toml", "heads"), "other.toml");
    }

    @Test
    void brokenToml() {
        write(folder, "retort.toml", "url = \"x\"\nscript_location = [\n");

        assertFailed(run("heads"), "retort.toml", "line");
    }

    @Test
    void anUnknownKeyNamesTheNearest() {
        write(folder, "retort.toml", "script_locatoin = \"migrations\"\n");

        assertFailed(run("heads"), "'script_locatoin'", "'script_location'");
    }

    @Test
    void noScriptDirectory() {
        write(folder, "retort.toml", "script_location = \"nowhere\"\n");

        assertFailed(run("heads"), "nowhere", "retort init");
    }

    @Test
    void noDatabase() {
        init();

        assertFailed(run("current"), "No database is set", "RETORT_URL");
    }

    @Test
    void aUrlOfNoKnownProductShowsNoPassword() {
        init();

        assertFailed(run("--url", "jdbc:nosuch://u:hunter2@h/d?password=hunter2", "current"), "jdbc:nosuch:");
    }

    @Test
    void twoFilesWithOneId() {
        init();
        sqlRevision(folder, "aaaa", "", "", "");
        write(folder, "migrations/versions/again.sql", "-- revision: aaaa\n\n-- upgrade\n");

        assertFailed(run("heads"), "'aaaa'", "versions/aaaa.sql", "versions/again.sql");
    }

    @Test
    void aParentThatIsNotThere() {
        init();
        sqlRevision(folder, "aaaa", "gone", "", "");

        assertFailed(run("history"), "'gone'", "versions/aaaa.sql");
    }

    @Test
    void aCycle() {
        init();
        sqlRevision(folder, "aaaa", "bbbb", "", "");
        sqlRevision(folder, "bbbb", "aaaa", "", "");

        assertFailed(run("branches"), "aaaa", "bbbb");
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        init();
        Files.write(
                folder.resolve("migrations/versions/bad.sql"),
                "-- revision: aaaa\n-- message: f\u00fcr\n".getBytes(StandardCharsets.ISO_8859_1));

        assertFailed(run("heads"), "bad.sql", "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "edit"})
    void anUnknownRevision(String command) {
        init();
        sqlRevision(folder, "aaaa", "", "", "");

        assertFailed(run(command, "nosuch"), "'nosuch'");
    }

    @Test
    void anIdThatIsNotAllowed() {
        init();

        assertFailed(run("revision", "--rev-id", "a@b"), "'a@b'");
        assertFailed(run("revision", "--rev-id", "a".repeat(33)), "32");
    }

    @Test
    void anInitWhereSomethingIs() {
        init();

        assertFailed(run("init", "migrations"), "migrations");
    }

    @Test
    void aTemplateThatDoesNotExist() {
        assertFailed(run("init", "-t", "nosuch", "migrations"), "'nosuch'");
        assertFailed(run("init", "--package", "com.acme.db"), "'generic'", "--template maven");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCommandThatDoesNotExist() {
        CommandLineRun run = run("upgrad");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'upgrad'", "did you mean 'retort upgrade'?");
    }

    @Test
    void anOptionThatDoesNotExist() {
        CommandLineRun run = run("heads", "--bogus");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--bogus", "hint: see 'retort heads --help'");
    }

    @Test
    void nothingAtAll() {
        CommandLineRun run = run();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("Usage: retort");
    }

    @Test
    void anErrorIsADocumentToo() {
        CommandLineRun run = run("--json", "heads");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.document()).containsOnlyKeys("error");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void wrongUsageIsADocumentToo() {
        CommandLineRun run = run("nosuch", "--json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.document().get("error")).asString().contains("exitCode=2.0", "'nosuch'");
    }

    @Test
    void theStackTraceIsShownWhereItIsAskedFor() {
        assertThat(run("heads").err()).doesNotContain("\tat ");
        assertThat(run("--stacktrace", "heads").err()).contains("\tat dev.retort.");
    }

    private void init() {
        CommandLineRun.done(folder, "init", "-t", "generic", "migrations");
    }

    private CommandLineRun run(String... words) {
        return CommandLineRun.in(folder, words);
    }

    private static void assertFailed(CommandLineRun run, String... words) {
        assertThat(run.code()).as(run.toString()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("error: ")
                .contains(words)
                .contains("\nhint: ")
                .doesNotContain("\tat ", "hunter2", "Exception");
        assertThat(run.out()).doesNotContain("hunter2");
    }
}
