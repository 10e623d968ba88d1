package dev.retort.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.MigrationSession;
import dev.retort.dialect.Names;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.RunLock;
import dev.retort.dialect.SameDriver;
import dev.retort.dialect.ScriptClient;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableImage;
import dev.retort.dialect.TableLookup;
import dev.retort.dialect.TransactionControl;
import dev.retort.dialect.TwinNormalizer;
import dev.retort.dialect.Types;
import dev.retort.schema.Schema;

/** SQLite, from version 3.37 (https://www.sqlite.org/docs.html). */
final class SqliteDialect implements Dialect {

    static final String NAME = "sqlite";
    static final String DRIVER = "org.sqlite.JDBC";

    private final SqliteNames names = new SqliteNames();
    private final SqliteTypes types = new SqliteTypes();
    private final Ddl ddl = new SqliteDdl(names, types);
    private final Reflector reflector = new SqliteReflector(names, types);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
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
        return ddl;
    }

    @Override
    public Reflector reflector() {
        return reflector;
    }

    @Override
    public Normalizer normalizer() {
        return new TwinNormalizer(this, connection -> SameDriver.connect(connection, DRIVER, "jdbc:sqlite::memory:"));
    }

    @Override
    public RunLock lock() {
        return new SqliteLock();
    }

    @Override
    public ScriptGrammar script() {
        return SqliteScript.GRAMMAR;
    }

    @Override
    public TransactionControl transactionControl() {
        return SqliteScript.TRANSACTIONS;
    }

    @Override
    public TableLookup tables(Connection connection) {
        return new SqliteTables(connection, names, reflector);
    }

    @Override
    public TableImage image() {
        return new SqliteImage(names, reflector, List.of());
    }

    @Override
    public TableImage image(Connection connection, Schema actual) throws SQLException {
        return new SqliteImage(names, reflector, SqliteImage.definitions(connection));
    }

    @Override
    public MigrationSession session(Connection connection) throws SQLException {
        return SqliteSession.open(connection);
    }

    @Override
    public ScriptClient client() {
        return new ScriptClient("sqlite3 -bail DATABASE < FILE", null);
    }

    @Override
    public List<SqlStatement> sessionStatements() {
        return List.of(SqlStatement.of("PRAGMA foreign_keys=OFF").outsideTransaction());
    }

    @Override
    public Schema representable(Schema desired) {
        return new RepresentableSchema(names, types).of(desired);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("no such table");
    }

    @Override
    public @Nullable String hint(SQLException failure) {
        return SqliteHints.of(failure);
    }
}
