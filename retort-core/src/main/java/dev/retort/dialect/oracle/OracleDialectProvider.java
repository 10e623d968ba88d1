package dev.retort.dialect.oracle;

import dev.retort.dialect.PrintedDialect;
import dev.retort.dialect.PrintedDialectProvider;

/** Brings scripts for Oracle 12.2 and later. */
public final class OracleDialectProvider implements PrintedDialectProvider {

    @Override
    public String name() {
        return OracleDialect.NAME;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:oracle:");
    }

    @Override
    public PrintedDialect offline() {
        return new OracleDialect();
    }
}
