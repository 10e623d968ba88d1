package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;

/** Brings PostgreSQL, 13 to 18. */
public final class PostgresDialectProvider implements DialectProvider {

    private static final int NEWEST_KNOWN = 18;

    @Override
    public String name() {
        return PostgresDialect.NAME;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public String driverClass() {
        return "org.postgresql.Driver";
    }

    @Override
    public Dialect of(Connection connection) throws SQLException {
        return new PostgresDialect(connection.getMetaData().getDatabaseMajorVersion());
    }

    @Override
    public Dialect offline() {
        return new PostgresDialect(NEWEST_KNOWN);
    }
}
