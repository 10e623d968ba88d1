package dev.retort.cli;

import static dev.retort.cli.CommandLineRun.done;
import static dev.retort.cli.CommandLineRun.in;
import static dev.retort.cli.CommandLineRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What is said of code that fails: a callback of {@code Env.java}, or a step. */
class CallbackTests {

    private final TestDatabase database = TestDatabases.sqlite();

    @TempDir
    private Path folder;

    @BeforeEach
    void oneRevision() {
        done(folder, "init");
        write(folder, "retort.toml", "script_location = \"migrations\"\nurl = \"%s\"\n".formatted(database.url()));
        revision("op.execute(\"CREATE TABLE one (id integer)\");");
    }

    @Test
    void aCallbackThatFailsIsNamedWithItsLine() {
        callback("throw new IllegalStateException(\"boom\");");
        failed("""
                error: Upgrade to revision 'aaaa' (first) failed in a callback of onVersionApply
                  at: Env.java:8
                  cause: java.lang.IllegalStateException: boom
                  state: nothing of this revision was kept; the database is at base
                hint: correct the callback, or the data it met, and run the command again
                """);

        callback("throw new AssertionError(\"never\");");
        failed("\n  at: Env.java:8\n  cause: java.lang.AssertionError: never\n  state: nothing");

        callback("connection.createStatement().execute(\"SELECT * FROM nowhere\");");
        failed("\n  at: Env.java:8\n  database: [SQLITE_ERROR]");

        callback("connection.commit();");
        failed("\n  at: Env.java:8\n  cause: The step's code called 'commit'");
    }

    @Test
    void theExampleOfThePageNotesEachStep() throws IOException, SQLException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        String example = page.substring(page.indexOf("context.onVersionApply("));
        env(example.substring(0, example.indexOf("```")));
        database.run("CREATE TABLE deployment (kind varchar(20), revision varchar(40))");

        done(folder, "upgrade", "head");
        done(folder, "stamp", "base");

        try (var connection = database.connect();
                var rows =
                        connection.createStatement().executeQuery("SELECT kind || ' ' || revision FROM deployment")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("upgrade aaaa");
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void theCodeOfAStepIsNamedWithTheLineThatFailed() {
        revision("""
                op.run("fill it", connection -> {
                    String none = null;
                    none.length();
                });
                """);
        failed("failed in step 1 of 1: fill it\n  at: migrations/versions/Aaaa.java:9\n  cause: java.lang.NullPointer");

        revision("""
                op.run("fill it", connection -> {

                    throw new NoClassDefFoundError("com/example/Names");
                });
                """);
        failed("""
                  at: migrations/versions/Aaaa.java:9
                  cause: java.lang.NoClassDefFoundError: com/example/Names
                  state: nothing of this revision was kept; the database is at base
                hint: let class_path name what the code needs, and run the command again
                """);
    }

    @Test
    void anArgumentThatIsNullIsNamedWithItsLine() {
        revision("op.execute((String) null);");
        failed("failed in upgrade() at migrations/versions/Aaaa.java:7: "
                + "java.lang.IllegalArgumentException: 'sql' must not be null\n");

        revision("op.run(null, null);");
        failed("Aaaa.java:7: java.lang.IllegalArgumentException: 'description' must not be null\n");

        revision("op.renameTable(\"one\", null);");
        failed("Aaaa.java:7: java.lang.IllegalArgumentException: 'newName' must not be null\n");

        revision("op.dropTable((String) null);");
        failed("Aaaa.java:7: java.lang.IllegalArgumentException: 'table' must not be null\n");
    }

    private void callback(String body) {
        env("""
                context.onVersionApply((step, connection) -> {
                %s
                });
                """.formatted(body));
    }

    private void env(String body) {
        write(folder, "migrations/Env.java", """
                import dev.retort.environment.Environment;
                import dev.retort.environment.EnvironmentContext;

                public class Env implements Environment {
                    @Override
                    public void configure(EnvironmentContext context) {
                        %s
                    }
                }
                """.formatted(body));
    }

    private void revision(String body) {
        write(folder, "migrations/versions/Aaaa.java", """
                import dev.retort.migration.*;
                /** first */
                @Revision(id = "aaaa")
                public class Aaaa implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(body));
    }

    private void failed(String words) {
        CommandLineRun run = in(folder, "upgrade", "head");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(words);
    }
}
