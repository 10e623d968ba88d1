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

import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.testing.InstalledPrograms;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/**
 * Feeds a printed script to the client of its database. {@code mariadb} is among the binaries from Maven Central; {@code psql}
 * and {@code sqlite3} are on no repository, so that they are used where they are installed. Where they are not, the script is
 * cut as the client would and sent by JDBC, and {@link #assumeClient} tells that the client itself was left out.
 */
final class ScriptFeed {

    private static final long PATIENCE_SECONDS = 120;

    private final TestDatabase database;
    private final Path folder;

    ScriptFeed(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Report the test as skipped, with what to install, where the client of {@code product} is not here. */
    static void assumeClient(String product) {
        switch (product) {
            case "postgresql" -> InstalledPrograms.assumeInstalled("psql", "postgresql-client");
            case "sqlite" -> InstalledPrograms.assumeInstalled("sqlite3", "sqlite3");
            default -> {}
        }
    }

    /** Feed {@code script}; it must be taken without an error. */
    void done(String script) {
        assertThat(said(script)).as(script).isEmpty();
    }

    /** Feed {@code script} and give what was complained of; empty if nothing. The client stops at the first error. */
    String said(String script) {
        List<String> client = client(true);
        if (client.isEmpty()) {
            return byJdbc(script);
        }
        Answer answer = byClient(client, script);
        return answer.code() == 0 ? "" : "exit " + answer.code() + ": " + answer.said();
    }

    /** Feed {@code script} to a client that goes on after errors, and give all that it said. */
    String goingOn(String script) {
        List<String> client = client(false);
        return client.isEmpty()
                ? byJdbcGoingOn(script)
                : byClient(client, script).said();
    }

    private record Answer(int code, String said) {}

    /** Give the command line that reads a script on its standard input. */
    private List<String> client(boolean stops) {
        return switch (database.product()) {
            case "postgresql" -> InstalledPrograms.isInstalled("psql") ? psql(stops) : List.of();
            case "mariadb" -> mariadb(stops);
            case "sqlite" -> InstalledPrograms.isInstalled("sqlite3") ? sqlite(stops) : List.of();
            default -> List.of();
        };
    }

    private List<String> psql(boolean stops) {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        String user = String.valueOf(uri.getQuery()).replaceFirst(".*user=([^&]*).*", "$1");
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-q"));
        command.addAll(stops ? List.of("-v", "ON_ERROR_STOP=1") : List.of());
        command.addAll(List.of("-h", uri.getHost(), "-p", "" + uri.getPort()));
        command.addAll(List.of("-U", user, "-d", uri.getPath().substring(1)));
        return command;
    }

    private List<String> mariadb(boolean stops) {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        Path client = TestDatabases.mariadbFolder().resolve("bin").resolve("mariadb");
        assertThat(client).as("the client mariadb").isExecutable();
        List<String> command =
                new ArrayList<>(List.of(client.toString(), "--no-defaults", "--binary-mode", "--comments"));
        command.addAll(stops ? List.of() : List.of("--force"));
        command.addAll(List.of("--protocol=tcp", "-h", uri.getHost(), "-P", "" + uri.getPort(), "-u", "root"));
        command.add(uri.getPath().substring(1));
        return command;
    }

    private List<String> sqlite(boolean stops) {
        List<String> command = new ArrayList<>(List.of("sqlite3"));
        command.addAll(stops ? List.of("-bail") : List.of());
        command.add(database.url().substring("jdbc:sqlite:".length()));
        return command;
    }

    private Answer byClient(List<String> client, String script) {
        try {
            return byClient(client, Files.writeString(folder.resolve("fed.sql"), script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer byClient(List<String> client, Path file) throws IOException, InterruptedException {
        Path out = Files.createTempFile("client", ".out");
        ProcessBuilder builder = new ProcessBuilder(client)
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        // What is right in this locale does not lean on the locale.
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PGOPTIONS", "-c client_min_messages=warning");
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(client + " did not end");
            }
            String said = Files.readString(out);
            return new Answer(process.exitValue(), said);
        } finally {
            Files.delete(out);
        }
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

    private String byJdbcGoingOn(String script) {
        StringBuilder said = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    said.append(e.getMessage()).append('\n');
                }
            }
            return said.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> statements(String script) {
        return Dialects.offline(database.product()).script().split(script, 1).stream()
                .map(ScriptStatement::sql)
                .toList();
    }
}
