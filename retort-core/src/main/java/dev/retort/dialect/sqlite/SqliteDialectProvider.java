package dev.retort.dialect.sqlite;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;

/** Brings SQLite through the driver of Xerial. */
public final class SqliteDialectProvider implements DialectProvider {

    @Override
    public String name() {
        return SqliteDialect.NAME;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:sqlite:");
    }

    @Override
    public String resolve(String url, Path folder) {
        String file = url.substring("jdbc:sqlite:".length());
        boolean isPath = !file.isEmpty() && !file.startsWith(":") && !file.startsWith("file:") && !file.startsWith("?");
        int end = file.indexOf('?');
        String path = end < 0 ? file : file.substring(0, end);
        return isPath && !new File(path).isAbsolute() ? "jdbc:sqlite:" + new File(folder.toFile(), file) : url;
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
