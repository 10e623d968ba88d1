package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;

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

    /** Tell whether {@code ON DELETE RESTRICT} is another thing than {@code NO ACTION}. */
    default boolean distinguishesRestrict() {
        return true;
    }

    /** Tell whether a column that takes part in a foreign key, on either side, can get another type meanwhile. */
    default boolean altersReferencedColumns() {
        return true;
    }

    /**
     * Spell an {@code UPDATE}, an {@code INSERT} and a {@code COMMIT} for one call of the driver. Unless the update changes
     * exactly one row, the call fails with SQLState 23502 and nothing of the transaction stays.
     *
     * @param update the whole {@code UPDATE}, with its parameters
     * @param target the table to insert into and its columns, of which the first takes no {@code NULL}
     * @param values how many parameters follow, one for each column
     * @return {@code null} where the product cannot do that
     */
    default @Nullable String commitTogether(String update, String target, int values) {
        return null;
    }

    /** Tell whether a constraint uses an index of its columns that it finds, which cannot be dropped from then on. */
    default boolean constraintsHoldIndexes() {
        return false;
    }

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

    /** Give what finds the statements that begin or end transactions. */
    default TransactionControl transactionControl() {
        return TransactionControl.of(script());
    }

    /** Tell whether {@code failure} says that a table does not exist. */
    boolean isMissingTable(SQLException failure);

    /**
     * Explain a failure that has a known remedy.
     *
     * @return a hint without a full stop, or {@code null} if nothing is known of it
     */
    @Nullable
    String hint(SQLException failure);

    /**
     * Take from {@code desired} what this product has no place for (comments, sequences, named enums ...), so that what
     * is left can be compared with what it holds.
     */
    default Schema representable(Schema desired) {
        return desired;
    }

    /** Look tables up in the database as they are at each question, with everything that {@link #ddl} needs to know. */
    default TableLookup tables(Connection connection) {
        return new LiveTables(reflector(), connection);
    }

    /** Begin an image of an empty database, for statements that are only spelled out. */
    default TableImage image() {
        return new SchemaImage(new Schema(List.of(), List.of(), List.of()), names());
    }

    /**
     * Begin an image of a database as it is now.
     *
     * @param connection the database, which is asked at once and not kept
     * @param actual what its reflector found
     */
    default TableImage image(Connection connection, Schema actual) throws SQLException {
        return new SchemaImage(actual, names());
    }

    /**
     * List what has to run before {@code operation} can be repeated, where an earlier attempt failed or was killed and left
     * behind something that is of no use; nothing by default.
     *
     * @param connection asked for what is there; the statements are for the caller to run, outside a transaction
     * @param operation what was begun
     */
    default List<SqlStatement> leftovers(Connection connection, Operation operation) throws SQLException {
        return List.of();
    }

    /**
     * Tell from the catalog whether SQL that somebody wrote, and that a killed run had begun, took effect.
     *
     * @return nothing where the catalog does not show it
     */
    default Optional<Boolean> tookEffect(Connection connection, Execute written) throws SQLException {
        return Optional.empty();
    }

    /**
     * Give what has to stand around a revision's statements so that what they change of the session reaches neither the
     * version rows nor the next revision; nothing by default.
     *
     * @param oneTransaction whether one transaction holds the revision
     * @throws dev.retort.RetortException if that cannot be kept apart
     */
    default Surroundings surroundings(List<Operation> operations, boolean oneTransaction) {
        return Surroundings.NONE;
    }

    /**
     * List the statements that a printed script must begin with, before any transaction; a live run calls {@link
     * #session} instead.
     */
    default List<SqlStatement> sessionStatements() {
        return List.of();
    }

    /** List the statements that a printed script must end with, behind any transaction and even after an error. */
    default List<SqlStatement> closingStatements() {
        return List.of();
    }

    /** Spell what begins a transaction in a printed script; asked only where {@link #transactionalDdl}. */
    default String beginTransaction() {
        return "BEGIN";
    }

    /**
     * Give what spells out scripts that can be run on a database in any state, or {@code null} where the product's SQL
     * alone cannot do that.
     */
    default @Nullable RepeatableScript repeatable() {
        return null;
    }

    /** Say how the product's own client reads a printed script. */
    default ScriptClient client() {
        return ScriptClient.UNKNOWN;
    }

    /**
     * Prepare the connection on which operations are about to run.
     *
     * @param connection open, without a running transaction
     * @return what looks at the database before each commit and, when closed, leaves the connection as it was found
     */
    default MigrationSession session(Connection connection) throws SQLException {
        return MigrationSession.PLAIN;
    }
}
