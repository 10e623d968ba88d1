package dev.retort.dialect.h2;

import java.nio.file.Path;
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

    /** H2 takes a path for relative only where it begins with a dot. */
    @Override
    public String resolve(String url, Path folder) {
        String rest = url.substring("jdbc:h2:".length());
        String path = rest.startsWith("file:") ? rest.substring("file:".length()) : rest;
        return path.startsWith("./") || path.startsWith("../") ? "jdbc:h2:file:" + folder + "/" + path : url;
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
