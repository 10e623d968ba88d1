package dev.retort.command;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.RedactedUrl;
import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.environment.Adjustments;
import dev.retort.runtime.JdbcAddress;
import dev.retort.runtime.VersionTable;
import dev.retort.schema.QualifiedName;

/**
 * The one database that a command is about.
 *
 * @param address how it is reached
 * @param versionTableName the table that says where it stands
 */
record Database(JdbcAddress address, QualifiedName versionTableName) {

    /** What the names of Retort's own tables beside the version table begin with. */
    static final String HISTORY_TABLE = "retort_history";

    /**
     * Put together what settings and {@code Env.java} say of it; nothing is opened.
     *
     * @param application the class loader that holds drivers beside those of {@code driver_class_path}
     * @throws RetortException if nobody says a URL
     */
    static Database of(Settings settings, Adjustments adjusted, ClassLoader application) {
        Databases.requireChoice(settings);
        @Nullable
        String given = adjusted.url() == null ? settings.get(Setting.URL).orElse(null) : adjusted.url();
        if (given == null || given.isBlank()) {
            throw unset(settings);
        }
        @Nullable
        String username =
                adjusted.username() == null ? settings.get(Setting.USERNAME).orElse(null) : adjusted.username();
        @Nullable
        String password =
                adjusted.password() == null ? settings.get(Setting.PASSWORD).orElse(null) : adjusted.password();
        String url = Dialects.provider(given).resolve(given, settings.folder());
        var address =
                new JdbcAddress(url, RedactedUrl.of(url), username, password, driverLoader(settings, application));
        return new Database(
                address,
                QualifiedName.of(
                        settings.get(Setting.VERSION_TABLE_SCHEMA).orElse(null), settings.get(Setting.VERSION_TABLE)));
    }

    private static RetortException unset(Settings settings) {
        String name = settings.environmentName().orElse("");
        return name.isEmpty()
                ? new RetortException(
                        "No database is set",
                        "set url in retort.toml, RETORT_URL, or --url jdbc:postgresql://host/database")
                : new RetortException(
                        "No database is set for '%s'".formatted(name),
                        "set url below [env.%s] in retort.toml".formatted(name));
    }

    String shownUrl() {
        return address.shownUrl();
    }

    Dialect dialect(Connection connection) throws SQLException {
        return Dialects.provider(address.url()).of(connection);
    }

    /** Describe the product without a connection. */
    Dialect offline() {
        return Dialects.offline(address.url());
    }

    VersionTable versionTable(Dialect dialect) {
        return new VersionTable(versionTableName, dialect);
    }

    /** Read the version rows; none where there is no such table. */
    List<String> rows() {
        return standing().rows();
    }

    /**
     * Where a database stands.
     *
     * @param dialect what is known of the product
     * @param rows the rows of the version table
     */
    record Standing(Dialect dialect, List<String> rows) {}

    /** Read the version rows, with one query, and find out what product it is; nothing is created. */
    Standing standing() {
        try (Connection connection = address.toRead().open()) {
            Dialect dialect = dialect(connection);
            return new Standing(dialect, versionTable(dialect).read(connection).orElse(List.of()));
        } catch (SQLException e) {
            throw refused("The version table '%s' cannot be read".formatted(versionTableName), e);
        }
    }

    /** Tell what the database said, and what is known of that failure. */
    RetortException refused(String what, SQLException failure) {
        @Nullable String hint = offline().hint(failure);
        return new RetortException(
                "%s in '%s'".formatted(what, shownUrl()),
                hint == null ? "check that the database is up and the user may do this" : hint,
                failure);
    }

    private static ClassLoader driverLoader(Settings settings, ClassLoader application) {
        List<String> entries = settings.get(Setting.DRIVER_CLASS_PATH);
        if (entries.isEmpty()) {
            return application;
        }
        List<URL> urls = new ArrayList<>();
        for (String entry : entries) {
            List<Path> files = files(settings.folder(), entry);
            if (files.isEmpty()) {
                throw new RetortException(
                        "driver_class_path: there is no '%s'".formatted(entry),
                        "name a jar that exists, relative to '%s'".formatted(settings.folder()));
            }
            for (Path file : files) {
                urls.add(url(file));
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), application);
    }

    private static List<Path> files(Path folder, String entry) {
        int slash = entry.lastIndexOf('/');
        String name = entry.substring(slash + 1);
        if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
            Path file = folder.resolve(entry);
            return Files.exists(file) ? List.of(file) : List.of();
        }
        List<Path> files = new ArrayList<>();
        Path parent = folder.resolve(entry.substring(0, slash + 1));
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, name)) {
                found.forEach(files::add);
            } catch (IOException e) {
                throw new RetortException(
                        "driver_class_path: '%s' cannot be read: %s".formatted(entry, RetortException.reason(e)),
                        "name a folder that can be read",
                        e);
            }
        }
        files.sort(null);
        return files;
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new RetortException(
                    "driver_class_path: '%s' is no path that can be read".formatted(file), "name a jar", e);
        }
    }
}
