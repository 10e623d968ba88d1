package dev.retort.dialect.sqlserver;

import dev.retort.dialect.PrintedDialect;
import dev.retort.dialect.PrintedDialectProvider;

/** Brings SQL Server, from 2016 on, for scripts. */
public final class SqlServerDialectProvider implements PrintedDialectProvider {

    @Override
    public String name() {
        return SqlServerDialect.NAME;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:sqlserver:");
    }

    @Override
    public PrintedDialect offline() {
        return new SqlServerDialect();
    }
}
