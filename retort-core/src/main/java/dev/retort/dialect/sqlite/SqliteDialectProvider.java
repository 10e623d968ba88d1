package dev.retort.dialect.sqlite;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;

/** Brings SQLite through the driver of Xerial. */
public final class SqliteDialectProvider implements DialectProvider {

    private static final String SCHEME = "jdbc:sqlite:";

    @Override
    public String name() {
        return SqliteDialect.NAME;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public String resolve(String url, Path folder) {
        String file = url.substring(SCHEME.length());
        return isPath(file) && !new File(path(file)).isAbsolute() ? SCHEME + new File(folder.toFile(), file) : url;
    }

    private static boolean isPath(String file) {
        return !file.isEmpty() && !file.startsWith(":") && !file.startsWith("file:") && !file.startsWith("?");
    }

    /** Leave out the settings behind the path. */
    private static String path(String file) {
        int end = file.indexOf('?');
        return end < 0 ? file : file.substring(0, end);
    }

    @Override
    public @Nullable String standIn(String url) {
        String file = url.substring(SCHEME.length());
        File path = new File(path(file));
        File folder = path.getParentFile();
        // A mode of one's own may forbid to make the file; where there is no folder, that is what a person must know.
        boolean wouldBeMade = isPath(file)
                && !file.contains("open_mode=")
                && !path.exists()
                && folder != null
                && folder.isDirectory();
        return wouldBeMade ? SCHEME + ":memory:" + file.substring(path(file).length()) : null;
    }

    @Override
    public String driverClass() {
        return SqliteDialect.DRIVER;
    }

    @Override
    public Dialect of(Connection connection) {
        return new SqliteDialect();
    }

    @Override
    public Dialect offline() {
        return new SqliteDialect();
    }
}
