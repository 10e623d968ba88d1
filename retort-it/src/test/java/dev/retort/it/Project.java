package dev.retort.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.TestDatabase;

/**
 * A folder in which somebody works, and the database they work on.
 *
 * @param folder the working directory
 * @param database what {@code RETORT_URL} names
 */
record Project(Path folder, TestDatabase database) {

    /** What must never be seen in any output. */
    static final String PASSWORD = "hunter2";

    /** Type a command. */
    JarRun retort(String... words) {
        return RetortJar.run(folder, Map.of("RETORT_URL", database.url()), List.of(words));
    }

    /** Type {@code init} and name the shop's entities in {@code retort.toml}. */
    Project initWithShop(String template, String further) {
        Shop.build(folder);
        retort("init", "-t", template).done();
        write("retort.toml", """
                script_location = "migrations"
                model = "jpa:com.acme.shop"
                class_path = ["target/classes", "lib/*.jar"]
                %s
                """.formatted(further));
        return this;
    }

    /** Write a file. */
    void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Write a SQL revision. */
    void sqlRevision(String id, String parent, String upgrade, String downgrade) {
        write("migrations/versions/" + id + ".sql", """
                -- revision: %s
                -- down_revision: %s
                -- message: make %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, parent, id, upgrade, downgrade));
    }

    /** List the revision files, in order of their names. */
    List<Path> revisionFiles() {
        try (Stream<Path> files = Files.list(folder.resolve("migrations/versions"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read the one revision file whose name contains {@code part}. */
    String revisionText(String part) {
        List<Path> found = revisionFiles().stream()
                .filter(file -> file.getFileName().toString().contains(part))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one file with '" + part + "': " + revisionFiles());
        }
        try {
            return Files.readString(found.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read what is in the database, Retort's own tables left out. */
    Schema schema() throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Schema all = dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
            List<Table> theirs = all.tables().stream()
                    .filter(table -> !isOurs(table.name().name()))
                    .toList();
            return new Schema(theirs, all.sequences(), all.enums());
        }
    }

    /** List the tables, as people write them. */
    List<String> tables() throws SQLException {
        try (Connection connection = database.connect()) {
            return Dialects.of(connection).reflector().read(connection, Scope.DEFAULT_SCHEMA).tables().stream()
                    .map(table -> table.name().name())
                    .toList();
        }
    }

    /** Ask the database; a row is its values with a {@code |} between them. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    private static boolean isOurs(String table) {
        return table.startsWith("alembic_version") || table.startsWith("retort_history");
    }
}
