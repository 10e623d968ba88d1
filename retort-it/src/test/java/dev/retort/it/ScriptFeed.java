package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/**
 * Feeds a printed script to the client of its database: {@code mariadb} is among the binaries from Maven Central; {@code psql}
 * and {@code sqlite3} are not, so that {@code RETORT_TEST_PSQL} and {@code RETORT_TEST_SQLITE3} name them ({@code
 * retort-it/clients/run} does). Where they are not named, the script is cut as the client would and sent by JDBC.
 */
final class ScriptFeed {

    private static final long PATIENCE_SECONDS = 120;

    private final TestDatabase database;
    private final Path folder;

    ScriptFeed(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Feed {@code script}; it must be taken without an error. */
    void done(String script) {
        assertThat(said(script)).as(script).isEmpty();
    }

    /** Feed {@code script} and give what was complained of; empty if nothing. */
    String said(String script) {
        try {
            List<String> client = client();
            if (client.isEmpty()) {
                return byJdbc(script);
            }
            Path file = Files.writeString(folder.resolve("fed.sql"), script);
            return byClient(client, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Give the command line that reads a script on its standard input and stops at the first error. */
    private List<String> client() {
        return switch (database.product()) {
            case "postgresql" -> psql(System.getenv("RETORT_TEST_PSQL"));
            case "mariadb" -> mariadb(System.getenv("RETORT_TEST_MARIADB"));
            case "sqlite" -> sqlite(System.getenv("RETORT_TEST_SQLITE3"));
            default -> List.of();
        };
    }

    private List<String> psql(@Nullable String program) {
        if (program == null) {
            return List.of();
        }
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        String user = String.valueOf(uri.getQuery()).replaceFirst(".*user=([^&]*).*", "$1");
        return List.of(
                program,
                "-X",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                uri.getHost(),
                "-p",
                "" + uri.getPort(),
                "-U",
                user,
                "-d",
                uri.getPath().substring(1));
    }

    private List<String> mariadb(@Nullable String program) {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        String given = program == null
                ? TestDatabases.mariadbFolder()
                        .resolve("bin")
                        .resolve("mariadb")
                        .toString()
                : program;
        assertThat(Path.of(given)).as("the client mariadb").isExecutable();
        return List.of(
                given,
                "--no-defaults",
                "--binary-mode",
                "--protocol=tcp",
                "-h",
                uri.getHost(),
                "-P",
                "" + uri.getPort(),
                "-u",
                "root",
                uri.getPath().substring(1));
    }

    private List<String> sqlite(@Nullable String program) {
        return program == null
                ? List.of()
                : List.of(program, "-bail", database.url().substring("jdbc:sqlite:".length()));
    }

    private static String byClient(List<String> client, Path file) throws IOException, InterruptedException {
        Path out = Files.createTempFile("client", ".out");
        ProcessBuilder builder = new ProcessBuilder(client)
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        // What is right in this locale does not lean on the locale.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(client + " did not end");
            }
            String said = Files.readString(out);
            return process.exitValue() == 0 ? "" : "exit " + process.exitValue() + ": " + said;
        } finally {
            Files.delete(out);
        }
    }

    /** Feed {@code script} as psql does where nobody told it to stop: whatever fails, the next statement follows. */
    List<String> doneWithoutStopping(String script) throws SQLException {
        List<String> complaints = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    complaints.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return complaints;
    }

    private String byJdbc(String script) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                statement.execute(sql);
            }
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private List<String> statements(String script) {
        return Dialects.offline(database.product()).script().split(script, 1).stream()
                .map(ScriptStatement::sql)
                .toList();
    }
}
