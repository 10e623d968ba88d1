package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.in;
import static dev.retort.cli.CommandLineRun.sqlRevision;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.testing.TestDatabases;

/** Every command with --json, compared with docs/json.md: no member too many, none too few. */
class JsonPageTests {

    private final JsonPage page = JsonPage.read();
    private final String url = TestDatabases.h2().url();

    @TempDir
    private Path folder;

    @Test
    void everyCommandPrintsWhatIsDescribed() {
        story();

        // 'check' needs the entities' reader, which SeveralDatabasesIT and the shop have.
        assertThat(page.described()).containsAll(page.compared());
        List<String> missed = new ArrayList<>(page.described());
        missed.removeAll(page.compared());
        assertThat(missed).containsExactly("check");
        for (CommandName command : CommandName.values()) {
            assertThat(page.described()).contains(command.word());
        }
    }

    @Test
    void aFailureIsADocument() {
        assertThat(error(1, "current")).containsEntry("exitCode", 1.0);
        done(folder, "init", "-t", "sql");
        assertThat(error(1, "--url", url, "upgrade", "zzzz")).containsEntry("database", "null");
        error(2, "upgrade");
        error(2, "nonsense");
        error(2, "completion", "tcsh");
        error(1, "show", "zzzz");
        error(1, "--url", "jdbc:postgresql://127.0.0.1:1/none?user=none", "current");
        write(folder, "retort.toml", "nonsense = 1\nmore = 2");
        assertThat(error(1, "heads").get("message")).asString().contains("'nonsense'", "'more'");
    }

    @Test
    void severalDatabasesPrintWhatIsDescribed() {
        done(folder, "init", "-t", "sql");
        sqlRevision(folder, "aaaa", "", "CREATE TABLE one (id integer);", "DROP TABLE one;");
        write(folder, "retort.toml", """
                script_location = "migrations"
                databases = ["main", "gone", "last"]
                [env.main]
                url = "%s"
                [env.gone]
                url = "jdbc:postgresql://127.0.0.1:1/none?user=none"
                [env.last]
                url = "%s"
                """.formatted(url, TestDatabases.sqlite().url()));

        Map<String, Object> document = in(folder, "--json", "upgrade", "head").document();

        assertThat(document).containsOnlyKeys("databases", "error");
        page.compareObject("error", Objects.requireNonNull(document.get("error")));
        List<Map<String, Object>> databases = databases(document);
        Map<String, Object> reached = new LinkedHashMap<>(databases.get(0));
        reached.keySet().removeAll(List.of("database", "state"));
        page.compareCommand("upgrade", reached);
        assertThat(databases.get(1)).containsOnlyKeys("database", "state", "rows", "error");
        page.compareObject("error", Objects.requireNonNull(databases.get(1).get("error")));
        assertThat(databases.get(2))
                .containsOnlyKeys("database", "state", "rows")
                .containsEntry("state", "untouched");
        for (Map<String, Object> each :
                databases(done(folder, "--json", "upgrade", "head", "--sql").document())) {
            assertThat(each).containsOnlyKeys("database", "sql");
        }
    }

    private void story() {
        command("init", "init", "-t", "sql");
        command("list_templates", "list_templates");
        command("completion", "completion", "zsh");
        command("revision", "revision", "-m", "first", "--rev-id", "aaaa");
        sqlRevision(folder, "bbbb", "aaaa", "CREATE TABLE one (id integer);", "DROP TABLE one;");
        addsColumn("cccc", "bbbb");
        addsColumn("dddd", "aaaa");
        command("ensure_version", "ensure_version");
        command("ensure_version --sql", "ensure_version", "--sql");
        command("plan", "plan", "heads");
        command("upgrade --sql", "upgrade", "heads", "--sql");
        command("upgrade", "upgrade", "cccc", "--in-doubt", "repeat");
        command("rebase", "rebase", "dddd", "--onto", "bbbb");
        command("current", "current", "-v");
        command("merge", "merge", "cccc", "dddd", "-m", "both");
        command("history", "history", "-i");
        command("heads", "heads");
        command("branches", "branches");
        command("show", "show", "aaaa");
        command("downgrade --sql", "downgrade", "bbbb:base", "--sql");
        command("downgrade", "downgrade", "aaaa", "--cascade");
        command("stamp", "stamp", "bbbb");
        command("stamp --sql", "stamp", "bbbb", "--sql");
        error(1, "--url", url, "show", "zzzz");
        edit();
    }

    private void addsColumn(String id, String parent) {
        write(folder, "migrations/versions/" + id + ".java", """
                import static dev.retort.migration.Definitions.column;
                import static dev.retort.migration.Types.integer;
                import dev.retort.migration.*;

                /** add a column */
                @Revision(id = "%s", downRevision = "%s")
                public class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("one", column("c_%s", integer()));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropColumn("one", "c_%s");
                    }
                }
                """.formatted(id, parent, id, id, id));
    }

    /** No editor may open here, so that what it prints is compared in a process that has one. */
    private void edit() {
        write(folder, "editor", "#!/bin/sh\necho no document\n");
        assertThat(folder.resolve("editor").toFile().setExecutable(true)).isTrue();
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.retort.cli.Retort",
                            "--json",
                            "edit",
                            "aaaa")
                    .directory(folder.toFile())
                    .redirectOutput(folder.resolve("edit.json").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("EDITOR", folder.resolve("editor").toString());
            builder.environment().put("VISUAL", folder.resolve("editor").toString());
            assertThat(builder.start().waitFor()).isZero();
            page.compareCommand("edit", JsonText.parse(Files.readString(folder.resolve("edit.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void command(String described, String... words) {
        List<String> all = new ArrayList<>(List.of("--json"));
        if (!described.equals("init")) {
            all.addAll(List.of("--url", url));
        }
        all.addAll(List.of(words));
        CommandLineRun run = done(folder, all.toArray(String[]::new));
        page.compareCommand(described, run.document());
    }

    @SuppressWarnings("unchecked") // as the page says
    private Map<String, Object> error(int code, String... words) {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(words));
        CommandLineRun run = in(folder, all.toArray(String[]::new));
        assertThat(run.code()).as(run.toString()).isEqualTo(code);
        assertThat(run.document()).containsOnlyKeys("error");
        Object error = Objects.requireNonNull(run.document().get("error"));
        page.compareObject("error", error);
        return (Map<String, Object>) error;
    }

    @SuppressWarnings("unchecked") // as the page says
    private static List<Map<String, Object>> databases(Map<String, Object> document) {
        return (List<Map<String, Object>>) Objects.requireNonNull(document.get("databases"));
    }
}
