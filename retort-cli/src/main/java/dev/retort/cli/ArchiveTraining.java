package dev.retort.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What the launcher runs once for each build and JVM, to learn which classes a start needs.
 *
 * <p>It runs a few commands on databases that vanish with it, prints the names of classes that belong into the archive
 * beside those that it loaded, and unpacks the native library that would otherwise be unpacked at each start.
 */
final class ArchiveTraining {

    private static final String[] WHOLE = {
        "dev/retort/", "org/postgresql/", "org/mariadb/jdbc/", "org/sqlite/", "org/tomlj/"
    };

    private static final String SECOND = """
            -- revision: bbbb00000002
            -- down_revision: aaaa00000001
            -- message: second

            -- upgrade
            CREATE TABLE trained (id integer PRIMARY KEY, name varchar(20));
            INSERT INTO trained (id, name) VALUES (1, 'one');

            -- downgrade
            DROP TABLE trained;
            """;

    private ArchiveTraining() {}

    /** Train; {@code args} is the folder for the native library. */
    public static void main(String[] args) throws IOException, URISyntaxException {
        Path folder = Files.createTempDirectory("retort-training");
        try {
            commands(folder);
        } finally {
            delete(folder);
        }
        Path jar = Path.of(
                Retort.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        StringBuilder names = new StringBuilder();
        try (JarFile content = new JarFile(jar.toFile())) {
            unpackNative(content, Path.of(args[0]));
            for (Enumeration<JarEntry> entries = content.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class") && belongs(name)) {
                    names.append(name, 0, name.length() - 6).append('\n');
                }
            }
        }
        System.out.print(names);
    }

    private static void commands(Path folder) throws IOException {
        run(folder, "--version");
        run(folder, "--help");
        run(folder, "init", "--template", "sql", "migrations");
        run(folder, "revision", "-m", "first", "--rev-id", "aaaa00000001");
        Files.writeString(folder.resolve("migrations/versions/second.sql"), SECOND);
        for (String url :
                new String[] {"jdbc:sqlite:" + folder.resolve("a.db"), "jdbc:h2:file:" + folder.resolve("b")}) {
            run(folder, "--url", url, "upgrade", "head");
            run(folder, "--url", url, "upgrade", "head");
            run(folder, "--url", url, "current");
            run(folder, "--url", url, "history", "-i");
            run(folder, "--url", url, "downgrade", "base");
        }
        for (String url : new String[] {"jdbc:postgresql://127.0.0.1:1/none", "jdbc:mariadb://127.0.0.1:1/none"}) {
            run(folder, "--url", url, "upgrade", "head", "--sql");
        }
        // Nobody answers there: the driver's own classes for the way there are loaded all the same.
        run(folder, "--url", "jdbc:postgresql://127.0.0.1:1/none?user=none", "current");
        run(folder, "--url", "jdbc:mariadb://127.0.0.1:1/none?user=none", "current");
        run(folder, "heads");
        run(folder, "show", "head");
    }

    private static void run(Path folder, String... words) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Retort.run(folder, nowhere, nowhere, words);
    }

    private static boolean belongs(String name) {
        for (String prefix : WHOLE) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static void unpackNative(JarFile content, Path folder) throws IOException {
        String system = System.getProperty("os.name").startsWith("Linux") ? "Linux" : "Mac";
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("amd64") ? "x86_64" : "aarch64";
        String library = System.mapLibraryName("sqlitejdbc");
        JarEntry entry = content.getJarEntry("org/sqlite/native/" + system + "/" + machine + "/" + library);
        if (entry == null) {
            return;
        }
        Files.createDirectories(folder);
        try (InputStream bytes = content.getInputStream(entry)) {
            Files.copy(bytes, folder.resolve(library));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.sorted((left, right) -> right.compareTo(left)).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
