package dev.retort.dialect.sqlite;

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
