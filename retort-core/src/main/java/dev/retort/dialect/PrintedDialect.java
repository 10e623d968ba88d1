package dev.retort.dialect;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** A product for which Retort prints scripts and nothing else: whatever needs a connection is refused. */
public interface PrintedDialect extends Dialect {

    /** Name the product as its vendor does: {@code SQL Server}. */
    String productName();

    @Override
    default Reflector reflector() {
        throw refusal(productName());
    }

    @Override
    default Normalizer normalizer() {
        throw refusal(productName());
    }

    @Override
    default RunLock lock() {
        throw refusal(productName());
    }

    @Override
    default boolean isMissingTable(SQLException failure) {
        return false;
    }

    @Override
    default @Nullable String hint(SQLException failure) {
        return null;
    }

    /** Say that Retort does not run on the product of that name. */
    static RetortException refusal(String productName) {
        return new RetortException(
                "Retort prints scripts for %s, it does not run them".formatted(productName),
                "print one with 'retort upgrade base:head --sql > FILE', and feed it to the database's own client");
    }
}
