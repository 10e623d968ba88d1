package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What the process of the jar meets: a runtime without javac, the user's editor, its own death. */
@Timeout(300)
class ProcessIT {

    private static final List<String> WITHOUT_JAVAC = List.of("--limit-modules", "java.se,jdk.unsupported");

    @TempDir
    private Path folder;

    @Test
    void whereTheRuntimeHasNoCompilerEclipsesCompilesRevisions() throws Exception {
        Project project = new Project(folder, TestDatabases.h2());
        project.retort("init").done();
        project.write("migrations/versions/Revaaaa.java", revision("aaaa", ""));
        withoutJavac(project, "upgrade", "head").failed("There is no Java compiler to compile revisions with");

        Path compiler = Path.of(EclipseCompiler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        project.write("retort.toml", "class_path = [\"lib/*.jar\"]\n");
        Files.copy(compiler, Files.createDirectory(folder.resolve("lib")).resolve("ecj.jar"));
        project.write("migrations/versions/Revaaaa.java", revision("aaaa", "op.createTabel(\"one\");"));
        assertThat(withoutJavac(project, "upgrade", "head")
                        .failed("Revaaaa.java:9")
                        .err())
                .contains("is undefined for the type dev.retort.migration.Operations")
                .doesNotContain("cannot find symbol");

        project.write(
                "migrations/versions/Revaaaa.java",
                revision("aaaa", "op.createTable(\"one\", Definitions.column(\"id\", Types.integer()));"));
        withoutJavac(project, "upgrade", "head").done();

        assertThat(project.rows("SELECT id FROM one")).isEmpty();
        assertThat(project.retort("current").done().out()).isEqualTo("aaaa (head)\n");
    }

    @Test
    void theEditorOfTheEnvironmentOpensTheRevision() throws Exception {
        Project project = new Project(folder, TestDatabases.h2());
        project.retort("init", "-t", "sql").done();
        project.sqlRevision("aaaa", "", "SELECT 1;", "SELECT 2;");
        Path editor = Files.createFile(
                folder.resolve("ed.sh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(editor, "#!/bin/sh\n[ \"$1\" = -w ] || exit 9\necho '-- edited' >> \"$2\"\n");

        edit(project, editor + " -w", "head").done();
        assertThat(project.revisionText("aaaa")).endsWith("\n-- edited\n");

        edit(project, editor.toString(), "aaaa").failed("The editor '" + editor + "' failed: it exited with 9");
        edit(project, "no-such-editor", "aaaa")
                .failed("The editor 'no-such-editor' cannot be found, or cannot be run\n");
    }

    @Test
    void aResultThatDoesNotFitOnTheDiskFailsAndAReaderThatHasEnoughDoesNot() throws Exception {
        Project project = new Project(folder, TestDatabases.h2());
        project.retort("init", "-t", "sql").done();
        project.sqlRevision("aaaa", "", "SELECT 1;", "SELECT 2;");

        shell(project, "upgrade head --sql > /dev/full")
                .failed("The result could not be written to standard output: No space left on device");
        shell(project, "history --json > /dev/full").failed("The result could not be written");
        shell(project, "history | true; exit ${PIPESTATUS[0]}").done();
    }

    private static JarRun shell(Project project, String words) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return RetortJar.program(
                project.folder(),
                Map.of("RETORT_URL", project.database().url()),
                List.of("bash", "-c", "'%s' -jar '%s' %s".formatted(java, RetortJar.path(), words)));
    }

    @Test
    void whereTheDriverOfSqliteCannotUnpackItsLibraryTheReasonIsToldWithoutAStackTrace() throws Exception {
        Project project = new Project(folder, TestDatabases.sqlite());
        project.retort("init", "-t", "sql").done();
        Path missing = folder.resolve("missing");

        RetortJar.run(
                        project.folder(),
                        Map.of("RETORT_URL", project.database().url()),
                        List.of("-Djava.io.tmpdir=" + missing, "-Dorg.sqlite.tmpdir=" + missing),
                        List.of("current"))
                .failed("Cannot connect to", "make the folder of temporary files writable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeat", "applied"})
    void aPersonDecidesAboutAStatementThatWasRunningWhenTheProcessDied(String answer) throws Exception {
        TestDatabase database = TestDatabases.mariadb();
        Project project = new Project(folder, database);
        project.retort("init", "-t", "sql").done();
        database.run("CREATE TABLE pause (seconds integer)", "INSERT INTO pause VALUES (300)");
        project.sqlRevision("aaaa", "", """
                CREATE TABLE one (id integer);
                CREATE TABLE two AS SELECT SLEEP(seconds) AS id FROM pause;
                INSERT INTO one VALUES (1);
                """, "");
        killWhileItRuns(project);

        project.retort("upgrade", "head")
                .failed(
                        "The last run was killed while this statement ran, and nothing tells whether it took effect",
                        "CREATE TABLE two AS SELECT SLEEP(seconds)",
                        "migrations/versions/aaaa.sql:7",
                        "step 1 of this revision stays applied; the next run continues with step 2",
                        "--in-doubt applied or --in-doubt repeat");
        assertThat(project.retort("upgrade", "head", "--in-doubt", "perhaps").code())
                .isEqualTo(2);
        database.run("UPDATE pause SET seconds = 0");
        if (answer.equals("applied")) {
            database.run("CREATE TABLE two (id integer)");
        }
        project.retort("upgrade", "head", "--in-doubt", answer).done();

        assertThat(project.rows("SELECT id FROM one")).containsExactly("1");
        assertThat(project.rows("SELECT id FROM two")).hasSize(answer.equals("applied") ? 0 : 1);
        assertThat(project.retort("current").done().out()).isEqualTo("aaaa (head)\n");
    }

    private static void killWhileItRuns(Project project) throws Exception {
        Process process = RetortJar.start(
                project.folder(), Map.of("RETORT_URL", project.database().url()), List.of("upgrade", "head"));
        String running = "SELECT id FROM information_schema.processlist WHERE info LIKE 'CREATE TABLE two%'";
        while (project.rows(running).isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        for (String session : project.rows(running)) {
            project.database().run("KILL " + session);
        }
        while (!project.rows(running).isEmpty()) {
            Thread.onSpinWait();
        }
        project.database().run("DROP TABLE IF EXISTS two");
    }

    private static JarRun withoutJavac(Project project, String... words) {
        Map<String, String> environment =
                Map.of("RETORT_URL", project.database().url(), "RETORT_CACHE", project.folder() + "/cache");
        return RetortJar.run(project.folder(), environment, WITHOUT_JAVAC, List.of(words));
    }

    private static JarRun edit(Project project, String editor, String revision) {
        Map<String, String> environment =
                Map.of("RETORT_URL", project.database().url(), "EDITOR", editor);
        return RetortJar.run(project.folder(), environment, List.of("edit", revision));
    }

    private static String revision(String id, String body) {
        return """
                import dev.retort.migration.*;

                /** one table */
                @Revision(id = "%s")
                public class Rev%s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, id, body);
    }
}
