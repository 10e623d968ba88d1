package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.cli.Retort;
import dev.retort.command.Upgrade;
import dev.retort.command.Workspace;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.testing.TestDatabases;

/** Applications that carry their revisions as classes, where there is neither a script directory nor a compiler. */
@Timeout(300)
class CarriedRevisionsIT {

    private static final List<String> WITHOUT_JAVAC = List.of("--limit-modules", "java.se,jdk.unsupported");

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void anEmptyDatabase() {
        project = new Project(folder, TestDatabases.h2());
    }

    @Test
    void theShippedJarRunsTheRevisionsOfAJarOfTheApplication() throws Exception {
        jar("app", application("app").revision("First", "aaaa", "").revision("Second", "bbbb", "aaaa"));
        project.write("retort.toml", "class_path = [\"app.jar\"]\n");

        assertThat(run("history").out()).isEqualTo("aaaa -> bbbb (head), make bbbb\n<base> -> aaaa, make aaaa\n");
        assertThat(run("heads").out()).isEqualTo("bbbb (head)\n");
        assertThat(run("branches").out()).isEmpty();
        assertThat(run("show", "aaaa").out()).contains("Rev: aaaa", "Path: com.acme.migrations.First\n");
        assertThat(run("ensure_version").code()).isZero();
        assertThat(run("plan", "head").out()).contains("aaaa", "bbbb");
        assertThat(run("upgrade", "head", "--sql").out()).contains("CREATE TABLE bbbb");
        assertThat(run("__complete", "upgrade", "").out())
                .isEqualTo("head\nheads\n+1\nbbbb\tmake bbbb\naaaa\tmake aaaa\n");
        assertThat(run("upgrade", "head").err()).contains("Running upgrade aaaa -> bbbb, make bbbb");
        assertThat(run("current").out()).isEqualTo("bbbb (head)\n");
        assertThat(project.rows("SELECT id FROM bbbb")).isEmpty();
        assertThat(run("downgrade", "-1").err()).contains("Running downgrade bbbb -> aaaa");
        assertThat(run("stamp", "base").code()).isZero();
        assertThat(run("current").out()).isEmpty();
    }

    @Test
    void checkComparesTheDatabaseThatTheCarriedRevisionsMade() {
        Shop.build(folder);
        jar("app", application("app").revision("First", "aaaa", ""));
        project.write("retort.toml", """
                class_path = ["app.jar", "target/classes", "lib/*.jar"]
                model = "jpa:com.acme.shop"
                """);
        run("upgrade", "head");

        JarRun check = project.retort("check");
        assertThat(check.code()).as(check.toString()).isEqualTo(3);
        assertThat(check.out() + check.err()).contains("drop table aaaa", "create table customer");
    }

    @Test
    void besideTheApplicationOnTheClassPathNoFileIsNeeded() throws Exception {
        Path app = jar("app", application("app").revision("First", "aaaa", ""));

        RetortJar.beside(app, folder, environment(), WITHOUT_JAVAC, List.of("upgrade", "head"))
                .done();

        assertThat(project.rows("SELECT id FROM aaaa")).isEmpty();
        project.retort("current").failed("There is no configuration file 'retort.toml'");
    }

    @Test
    void anApplicationUpgradesItsDatabaseInProcess() throws Exception {
        Path app = jar("app", application("app").revision("First", "aaaa", "").revision("Second", "bbbb", "aaaa"));
        try (URLClassLoader loader = loader(app)) {
            Overrides url =
                    Overrides.of(Map.of()).with(Setting.URL, project.database().url());
            assertThat(new Upgrade(Workspace.carriedBy(loader, url)).run("aaaa").applied())
                    .hasSize(1);

            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int code = Retort.run(
                    folder,
                    loader,
                    new PrintWriter(out),
                    new PrintWriter(err),
                    "upgrade",
                    "--url",
                    project.database().url(),
                    "head");
            assertThat(code).as(err.toString()).isZero();
            assertThatThrownBy(() -> Workspace.carriedBy(getClass().getClassLoader(), url))
                    .isInstanceOf(RetortException.class)
                    .hasMessage("The application carries no revisions");
        }
        assertThat(project.rows("SELECT version_num FROM alembic_version")).containsExactly("bbbb");
    }

    @Test
    void revisionsOfTheMavenLayoutAreWrittenAsFilesAndRunAsClasses() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Project developer = new Project(home, project.database());
        developer.write("pom.xml", "<project/>");
        developer
                .retort("init", "-t", "maven", "--package", "com.acme.migrations")
                .done();
        String toml = Files.readString(home.resolve("retort.toml"));
        developer.write("retort.toml", toml.replace("class_path = \"maven\"", ""));
        developer.retort("revision", "-m", "one", "--rev-id", "aaaa").done();
        Path sources = home.resolve("src/main/java");
        assertThat(sources.resolve("com/acme/migrations/aaaa_one.java")).isRegularFile();
        Application.pack(new Application(sources).compile(home.resolve("target/classes")), folder.resolve("app.jar"));
        project.write("retort.toml", "class_path = [\"app.jar\"]\n");

        run("upgrade", "head");

        assertThat(developer.retort("current").done().out()).isEqualTo("aaaa (head)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revision -m two", "merge heads", "edit head", "rebase bbbb --onto aaaa"})
    void whatWritesFilesIsRefused(String command) {
        jar("app", application("app").revision("First", "aaaa", "").revision("Second", "bbbb", "aaaa"));
        project.write("retort.toml", "class_path = [\"app.jar\"]\n");

        project.retort(command.split(" "))
                .failed(
                        "The application carries the revisions as classes, and there are no files to change",
                        "hint: run the command in the application's project, where its script directory is");
    }

    @Test
    void theScriptDirectoryIsStrongerThanTheClassPath() {
        jar("app", application("app").revision("First", "aaaa", ""));
        project.retort("init", "-t", "sql").done();
        project.write("retort.toml", "class_path = [\"app.jar\"]\n");
        project.sqlRevision("ffff", "", "SELECT 1;", "SELECT 2;");

        assertThat(project.retort("heads").done().out()).isEqualTo("ffff (head)\n");
    }

    @Test
    void whatIsWrongWithAnApplicationIsSaid() throws Exception {
        project.write("retort.toml", "class_path = [\"*.jar\"]\n");
        project.retort("heads").failed("class_path names nothing that exists: '*.jar'");
        JarRun completion = project.retort("__complete", "upgrade", "h").done();
        assertThat(completion.out() + completion.err()).isEqualTo("head\nheads\n");
        jar("empty", application("empty").source("Plain", "package com.acme.migrations; class Plain {}"));
        project.retort("heads")
                .failed("There is no script directory 'migrations', and nothing in class_path carries revisions");

        jar("app", application("app").revision("First", "aaaa", ""));
        jar("more", application("more").revision("Other", "aaaa", ""));
        project.retort("heads")
                .failed(
                        "revision 'aaaa' is in two classes: 'com.acme.migrations.First' and 'com.acme.migrations.Other'");
        Files.delete(folder.resolve("more.jar"));

        Path classes = folder.resolve("app-classes");
        Files.delete(classes.resolve("com/acme/migrations/First.class"));
        Application.pack(classes, folder.resolve("app.jar"));
        project.retort("upgrade", "head")
                .failed("com.acme.migrations.First: revision 'aaaa': the application does not hold the class");
    }

    @Test
    void aClassThatCannotRunIsSaidBeforeAnythingRuns() {
        project.write("retort.toml", "class_path = [\"app.jar\"]\n");
        jar("app", application("app").revision("First", "aaaa", "").source("Second", """
                package com.acme.migrations;

                import dev.retort.migration.*;

                @Revision(id = "bbbb", downRevision = "aaaa")
                public class Second implements Migration {

                    Second(String name) {}

                    @Override
                    public void upgrade(Operations op) {}
                }
                """));

        project.retort("upgrade", "head")
                .failed(
                        "com.acme.migrations.Second: class 'com.acme.migrations.Second' has no public constructor without parameters",
                        "hint: declare it as 'public class Second' with a public constructor without parameters");
        assertThat(project.retort("current").done().out()).isEmpty();
    }

    @Test
    void aFailureNamesTheClassAndItsLine() {
        project.write("retort.toml", "class_path = [\"app.jar\"]\n");
        jar("app", application("app").revision("First", "aaaa", "", "op.dropTable(\"nowhere\");"));

        project.retort("upgrade", "head").failed("at: com.acme.migrations.First:14", "DROP TABLE nowhere");
    }

    private Application application(String name) {
        return new Application(folder.resolve(name + "-src"));
    }

    private Path jar(String name, Application application) {
        return Application.pack(application.compile(folder.resolve(name + "-classes")), folder.resolve(name + ".jar"));
    }

    private URLClassLoader loader(Path jar) throws Exception {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    private Map<String, String> environment() {
        return Map.of("RETORT_URL", project.database().url());
    }

    private JarRun run(String... words) {
        return RetortJar.run(folder, environment(), WITHOUT_JAVAC, List.of(words))
                .done();
    }
}
