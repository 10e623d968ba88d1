package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.in;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where new revision files go, what is in them, and what runs on them. */
class NewFilesTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void init() {
        done(folder, "init");
    }

    @Test
    void aHookRunsOnTheNewFile() throws IOException {
        settings("""
                [[post_write_hooks]]
                name = "stamp"
                type = "exec"
                executable = "sh"
                options = ["-c", "echo formatted; echo '// by hook' >> $0", "REVISION_SCRIPT_FILENAME"]
                [[post_write_hooks]]
                name = "count"
                executable = "wc"
                options = ["-l"]
                """);

        CommandLineRun run = done(folder, "revision", "-m", "first", "--rev-id", "aaaa");

        assertThat(run.err()).contains("Ran post write hook 'stamp'\nformatted\n", "Ran post write hook 'count'");
        assertThat(Files.readString(files().get(0))).endsWith("// by hook\n");
        assertThat(done(folder, "merge", "aaaa", "--splice", "-m", "m").err()).contains("Ran post write hook 'stamp'");
    }

    @Test
    void aHookThatRemovesTheFileFailsTheCommand() {
        settings("""
                post_write_hooks = [
                    { name = "clean", executable = "rm" },
                    { name = "never", executable = "touch", options = ["ran"] },
                ]
                """);

        CommandLineRun run = in(folder, "revision", "-m", "first", "--rev-id", "aaaa");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("done");
        assertThat(run.err())
                .contains("error: Post-write hook 'clean' ('rm') removed the revision 'aaaa_first.java'\nhint: ");
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(in(folder, "--json", "revision", "-m", "x").out()).doesNotContain("path");
    }

    @Test
    void aFailingHookFailsTheCommandAndKeepsTheFile() {
        settings("""
                post_write_hooks = [
                    { name = "bad", type = "exec", executable = "sh", options = ["-c", "echo no such style; exit 3", "REVISION_SCRIPT_FILENAME"] },
                    { name = "never", executable = "sh", options = ["-c", "touch ran", "REVISION_SCRIPT_FILENAME"] },
                ]
                """);

        CommandLineRun run = in(folder, "revision", "-m", "first", "--rev-id", "aaaa");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("error: Post-write hook 'bad' ('sh') exits with status 3:\n  no such style\n")
                .contains("hint: the revision 'aaaa_first.java' was written and stays");
        assertThat(files()).hasSize(1);
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(done(folder, "heads").out()).isEqualTo("aaaa (head)\n");
    }

    @Test
    void allNineTokensNameAFileInSubFolders() {
        settings("""
                file_template = "%(year)d/%(month).2d-%(day).2d/%(hour).2d%(minute).2d%(second).2d_%(epoch)s_%(rev)s_%(slug)s"
                recursive_version_locations = true
                timezone = "UTC"
                truncate_slug_length = 8
                """);
        LocalDateTime before = LocalDateTime.now(ZoneOffset.UTC).minusSeconds(1);

        done(folder, "revision", "-m", "Add the Account table", "--rev-id", "aaaa");
        done(folder, "revision", "-m", "second", "--rev-id", "bbbb");

        String name =
                folder.resolve("migrations/versions").relativize(files().get(0)).toString();
        assertThat(name).matches("\\d{4}/\\d\\d-\\d\\d/\\w*\\d{6}_\\d{10}_aaaa_add_the_?\\.java");
        String digits = name.replaceAll("\\D", "");
        LocalDateTime told = LocalDateTime.parse(
                digits.substring(0, 14), DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT));
        assertThat(told).isBetween(before, LocalDateTime.now(ZoneOffset.UTC));
        assertThat(told.toEpochSecond(ZoneOffset.UTC)).isEqualTo(Long.parseLong(digits.substring(14, 24)));
        assertThat(done(folder, "history").out())
                .isEqualTo("aaaa -> bbbb (head), second\n<base> -> aaaa, Add the Account table\n");
    }

    @Test
    void createDatesAreInTheZoneOfTheSettings() throws IOException {
        settings("timezone = \"Asia/Kolkata\"\nrevision_format = \"sql\"\n");

        done(folder, "revision", "-m", "x", "--rev-id", "aaaa");

        String created = Files.readAllLines(files().get(0)).stream()
                .filter(line -> line.startsWith("-- created: "))
                .findFirst()
                .orElseThrow()
                .substring(12);
        OffsetDateTime read = OffsetDateTime.parse(created.replace(' ', 'T'));
        assertThat(read.getOffset()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(Duration.between(read, OffsetDateTime.now(ZoneOffset.UTC)).abs())
                .isLessThan(Duration.ofMinutes(1));
        settings("timezone = \"Asia/Kolkatta\"\n");
        assertThat(in(folder, "heads").err()).contains("Asia/Kolkatta", "hint: ");
    }

    @Test
    void aNewRevisionGoesToTheLocationThatIsAskedForElseToItsParents() throws IOException {
        Files.createDirectories(folder.resolve("migrations/versions/billing"));
        Files.createDirectories(folder.resolve("other"));
        settings("""
                version_locations = ["migrations/versions", "migrations/versions/billing", "other"]
                recursive_version_locations = false
                """);
        done(folder, "revision", "--rev-id", "aaaa", "-m", "a", "--version-path", "migrations/versions/billing");
        done(folder, "revision", "--rev-id", "bbbb", "-m", "b");
        done(folder, "revision", "--rev-id", "cccc", "-m", "c", "--version-path", "other", "--head", "base");

        assertThat(folder.resolve("migrations/versions/billing/aaaa_a.java")).exists();
        assertThat(folder.resolve("migrations/versions/billing/bbbb_b.java")).exists();
        assertThat(folder.resolve("other/cccc_c.java")).exists();
        assertThat(done(folder, "heads").out()).isEqualTo("bbbb (head)\ncccc (head)\n");
        CommandLineRun lost = in(folder, "revision", "-m", "d", "--version-path", "nowhere", "--head", "cccc");
        assertThat(lost.code()).isEqualTo(1);
        assertThat(lost.err())
                .contains("'nowhere' is not one of the version locations", "hint: add it to version_locations");
        CommandLineRun open = in(folder, "revision", "-m", "d", "--head", "base");
        assertThat(open.err()).contains("There are several version locations", "--version-path");
    }

    @Test
    void aVersionPathIsSeenFromTheWorkingFolderOrFromTheSettings() {
        settings("version_locations = [\"migrations/versions\", \"other\"]\n");
        write(folder, "other/readme", "");
        write(folder, "sub/readme", "");
        Path sub = folder.resolve("sub");

        done(sub, "-c", "../retort.toml", "revision", "--rev-id", "aaaa", "-m", "a", "--version-path", "../other");
        done(sub, "-c", "../retort.toml", "revision", "--rev-id", "bbbb", "-m", "b", "--version-path", "other");

        assertThat(folder.resolve("other/aaaa_a.java")).exists();
        assertThat(folder.resolve("other/bbbb_b.java")).exists();
    }

    @Test
    void foldersBelowAreReadOnlyWhereThatIsAskedFor() {
        write(folder, "migrations/versions/deep/down/a.sql", "-- revision: aaaa\n-- message: a\n-- upgrade\n");
        assertThat(done(folder, "heads").out()).isEmpty();

        settings("recursive_version_locations = true\n");
        assertThat(done(folder, "heads").out()).isEqualTo("aaaa (head)\n");
        done(folder, "revision", "--rev-id", "bbbb", "-m", "b", "--version-path", "migrations/versions");
        assertThat(done(folder, "history").out()).startsWith("aaaa -> bbbb (head), b\n");
    }

    @Test
    void aFileTemplateThatMakesFoldersNeedsFoldersToBeRead() {
        settings("file_template = \"%(year)d/%(month).2d/%(rev)s_%(slug)s\"\n");
        CommandLineRun refused = in(folder, "revision", "-m", "one", "--rev-id", "aaaa");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("file_template puts the revision at 'migrations/versions/20", "where none is read")
                .contains("hint: set recursive_version_locations = true");
        write(folder, "migrations/versions/b.sql", "-- revision: bbbb\n-- message: b\n-- upgrade\n");
        write(folder, "migrations/versions/c.sql", "-- revision: cccc\n-- message: c\n-- upgrade\n");
        assertThat(in(folder, "merge", "heads").err()).contains("hint: set recursive_version_locations = true");
        assertThat(files()).hasSize(2);

        settings("file_template = \".%(year)d/%(rev)s\"\nrecursive_version_locations = true\n");
        assertThat(in(folder, "merge", "heads").err()).contains("which is no place for a revision");
        settings("file_template = \"deep/%(rev)s\"\nversion_locations = [\"migrations/versions\","
                + " \"migrations/versions/deep\"]\n");
        write(folder, "migrations/versions/deep/d.sql", "-- revision: dddd\n-- message: d\n-- upgrade\n");
        done(folder, "revision", "--rev-id", "eeee", "--head", "bbbb");
        assertThat(done(folder, "heads").out()).contains("eeee (head)");
    }

    @Test
    void aFolderOfRevisionsThatGitDidNotKeepMeansThatThereAreNone() throws IOException {
        Files.delete(folder.resolve("migrations/versions"));
        String note = "There are no revisions yet: 'migrations/versions' is not there\n";

        assertThat(done(folder, "heads")).isEqualTo(new CommandLineRun(0, "", note));
        assertThat(done(folder, "--quiet", "history")).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(done(folder, "--url", "jdbc:h2:mem:none", "upgrade", "head").err())
                .isEqualTo(note + "Nothing to do: the database is at base\n");
        CommandLineRun first = done(folder, "revision", "-m", "first", "--rev-id", "aaaa");
        Path versions = folder.resolve("migrations/versions");
        assertThat(first.out())
                .isEqualTo("Creating directory %s ...  done\nGenerating %s ...  done\n"
                        .formatted(versions, versions.resolve("aaaa_first.java")));
        assertThat(first.err()).isEmpty();
        assertThat(done(folder, "heads").out()).isEqualTo("aaaa (head)\n");
    }

    @Test
    void aVersionLocationThatTheSettingsNameMustBeThere() {
        settings("version_locations = [\"migrations/version\"]\n");

        CommandLineRun missing = in(folder, "heads");

        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .isEqualTo(
                        "error: There is no version location 'migrations/version'\nhint: create the folder (git keeps no"
                                + " empty ones), or correct version_locations in retort.toml:2\n");
        write(folder, "migrations/version", "");
        assertThat(in(folder, "heads").err()).contains("error: The version location 'migrations/version' is a file\n");
    }

    @Test
    void envRunsForNewFilesOnlyWhereThatIsAskedFor() {
        write(folder, "migrations/Env.java", """
                import dev.retort.environment.Environment;
                import dev.retort.environment.EnvironmentContext;

                public class Env implements Environment {
                    @Override
                    public void configure(EnvironmentContext context) {
                        throw new IllegalStateException("asked with " + context.arguments() + context.tag());
                    }
                }
                """);
        done(folder, "revision", "--rev-id", "aaaa", "-m", "a");
        done(folder, "history");

        settings("revision_environment = true\n");
        CommandLineRun run = in(folder, "-x", "who=me", "revision", "--rev-id", "bbbb", "-m", "b");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Env.java failed in line 7", "asked with {who=me}Optional.empty");
        assertThat(in(folder, "history").err()).contains("Env.java failed in line 7");
        assertThat(files()).hasSize(1);
        assertThat(in(folder, "--url", "jdbc:h2:mem:x", "upgrade", "head", "--sql", "--tag", "t1")
                        .err())
                .contains("asked with {}Optional[t1]");
    }

    private void settings(String text) {
        write(folder, "retort.toml", "script_location = \"migrations\"\n" + text);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder.resolve("migrations/versions"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
