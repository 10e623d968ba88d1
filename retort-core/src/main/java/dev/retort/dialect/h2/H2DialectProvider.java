package dev.retort.dialect.h2;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Folding;

/** Brings H2 through its own driver. */
public final class H2DialectProvider implements DialectProvider {

    @Override
    public String name() {
        return H2Dialect.NAME;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public String driverClass() {
        return H2Dialect.DRIVER;
    }

    /** H2's driver knows these settings from when it connected. */
    @Override
    public Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        Folding folding = facts.storesUpperCaseIdentifiers()
                ? Folding.UPPER
                : facts.storesLowerCaseIdentifiers() ? Folding.LOWER : Folding.PRESERVE;
        return new H2Dialect(folding, !facts.supportsMixedCaseQuotedIdentifiers());
    }

    @Override
    public Dialect offline() {
        return new H2Dialect(Folding.UPPER, false);
    }
}
