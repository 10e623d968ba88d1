package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

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

    /** A host that takes the connection and never answers would be waited for without end; seconds. Source: pgjdbc 42.7, loginTimeout. */
    @Override
    public Map<String, String> driverDefaults() {
        return Map.of("loginTimeout", "30");
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
