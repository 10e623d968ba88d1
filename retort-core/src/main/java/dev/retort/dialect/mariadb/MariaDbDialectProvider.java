package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;

/** Brings MariaDB 10.6 and later, through MariaDB's own JDBC driver. */
public final class MariaDbDialectProvider implements DialectProvider {

    @Override
    public String name() {
        return MariaDbDialect.NAME;
    }

    /** {@inheritDoc} MariaDB's driver takes {@code jdbc:mysql:} only where the URL permits it. */
    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:mariadb:") || (url.startsWith("jdbc:mysql:") && url.contains("permitMysqlScheme"));
    }

    @Override
    public String driverClass() {
        return "org.mariadb.jdbc.Driver";
    }

    /** {@inheritDoc} The driver knows the version from its greeting, so nothing is asked. */
    @Override
    public Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        if (!facts.getDatabaseProductName().equalsIgnoreCase("MariaDB")) {
            throw new RetortException(
                    "The server is %s %s, not MariaDB"
                            .formatted(facts.getDatabaseProductName(), facts.getDatabaseProductVersion()),
                    "use a MariaDB server of version 10.6 or later");
        }
        return new MariaDbDialect(facts.getDatabaseMajorVersion(), facts.getDatabaseMinorVersion());
    }

    @Override
    public Dialect offline() {
        return new MariaDbDialect(11, 8);
    }
}
