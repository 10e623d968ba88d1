package dev.retort.dialect;

import java.sql.Connection;

/** Brings a product for which Retort prints scripts and nothing else; no driver of it is ever loaded. */
public interface PrintedDialectProvider extends DialectProvider {

    @Override
    PrintedDialect offline();

    @Override
    default void requireRuns() {
        throw PrintedDialect.refusal(offline().productName());
    }

    /** Refuse, as {@link #requireRuns} does. */
    @Override
    default String driverClass() {
        throw PrintedDialect.refusal(offline().productName());
    }

    /** Refuse, as {@link #requireRuns} does: a connection that an application hands in changes nothing. */
    @Override
    default Dialect of(Connection connection) {
        throw PrintedDialect.refusal(offline().productName());
    }
}
