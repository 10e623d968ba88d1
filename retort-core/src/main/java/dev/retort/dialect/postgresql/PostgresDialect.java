package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Names;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RunLock;
import dev.retort.dialect.ScriptClient;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.Surroundings;
import dev.retort.dialect.TransactionControl;
import dev.retort.dialect.Types;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;

/**
 * PostgreSQL of one major version.
 *
 * <p>A {@code serial} column is read as one that is numbered by default: both are filled from a sequence that belongs to
 * the column and accept a number that is given, so that a model's identity column finds nothing to change.
 */
final class PostgresDialect implements Dialect {

    static final String NAME = "postgresql";

    private final int version;
    private final PostgresNames names = new PostgresNames();
    private final PostgresTypes types = new PostgresTypes(names);

    PostgresDialect(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /**
     * The driver cuts a text at its semicolons and sends all its statements before it waits for an answer; the server skips
     * what follows an error. Source: PostgreSQL manual 18, 7.8.4 and 54.2.3.
     */
    @Override
    public String commitTogether(String update, String target, int values) {
        return """
                WITH moved AS (%s RETURNING 1)
                INSERT INTO %s
                VALUES (CASE WHEN (SELECT count(*) FROM moved) = 1 THEN ? END%s);
                COMMIT""".formatted(update, target, ", ?".repeat(values - 1));
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new PostgresDdl(names, types, version);
    }

    @Override
    public Reflector reflector() {
        return new PostgresReflector(names, types, version);
    }

    @Override
    public Normalizer normalizer() {
        return new PostgresNormalizer(names, ddl(), reflector());
    }

    @Override
    public RunLock lock() {
        return new PostgresLock();
    }

    @Override
    public ScriptGrammar script() {
        return PostgresScript.GRAMMAR;
    }

    @Override
    public TransactionControl transactionControl() {
        return PostgresScript.TRANSACTIONS;
    }

    @Override
    public RepeatableScript repeatable() {
        return new PostgresRepeatable(ddl());
    }

    @Override
    public ScriptClient client() {
        return new ScriptClient("psql -X -v ON_ERROR_STOP=1 -f FILE DATABASE", "SET client_encoding TO 'UTF8'");
    }

    @Override
    public List<SqlStatement> leftovers(Connection connection, Operation operation) throws SQLException {
        return new ConcurrentIndex(names).leftBy(operation, connection);
    }

    @Override
    public Optional<Boolean> tookEffect(Connection connection, Execute written) throws SQLException {
        return ConcurrentIndex.tookEffect(written, connection);
    }

    @Override
    public Surroundings surroundings(List<Operation> operations, boolean oneTransaction) {
        return SearchPath.around(operations, oneTransaction);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return "42P01".equals(failure.getSQLState()) || "3F000".equals(failure.getSQLState());
    }

    @Override
    public @Nullable String hint(SQLException failure) {
        return PostgresHints.of(failure);
    }
}
