package dev.retort.dialect;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Everything Retort knows about one database product, in one version, as one connection sees it.
 *
 * <p>An instance is immutable, keeps no connection, and may be used by many threads.
 */
public interface Dialect {

    /** Name the product as {@code -- upgrade NAME} sections and {@code execute(Map)} do: {@code postgresql}. */
    String name();

    /** Tell whether DDL is rolled back with its transaction. */
    boolean transactionalDdl();

    /** Give the rules by which names are quoted, folded and told apart. */
    Names names();

    /** Give the spelling of types and defaults, and what counts as the same. */
    Types types();

    /** Give what turns operations into statements. */
    Ddl ddl();

    /** Give what reads the actual schema. */
    Reflector reflector();

    /** Give what finds out how the database would store a schema. */
    Normalizer normalizer();

    /** Give what keeps two runners apart. */
    RunLock lock();

    /** Give the rules by which a script is cut into statements. */
    ScriptGrammar script();

    /** Tell whether {@code failure} says that a table does not exist. */
    boolean isMissingTable(SQLException failure);

    /**
     * Explain a failure that has a known remedy.
     *
     * @return a hint without a full stop, or {@code null} if nothing is known of it
     */
    @Nullable
    String hint(SQLException failure);
}
