package dev.retort.dialect.mariadb;

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
import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RunLock;
import dev.retort.dialect.ScriptClient;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.dialect.TransactionControl;
import dev.retort.dialect.Types;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/** MariaDB, 10.6 and later. */
final class MariaDbDialect implements Dialect {

    static final String NAME = "mariadb";

    private static final int NO_SUCH_TABLE = 1146;

    private final MariaDbNames names = new MariaDbNames();
    private final MariaDbTypes types;
    private final RunLock lock = new MariaDbLock();

    MariaDbDialect(int majorVersion, int minorVersion) {
        this.types = new MariaDbTypes(majorVersion > 10 || (majorVersion == 10 && minorVersion >= 7));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** {@inheritDoc} Every DDL statement commits by itself. */
    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public boolean distinguishesRestrict() {
        return false;
    }

    @Override
    public boolean altersReferencedColumns() {
        return false;
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
        return new MariaDbDdl(names, types);
    }

    @Override
    public Reflector reflector() {
        return new MariaDbReflector(names, types);
    }

    @Override
    public Normalizer normalizer() {
        return new MariaDbNormalizer(names, types);
    }

    @Override
    public RunLock lock() {
        return lock;
    }

    @Override
    public ScriptGrammar script() {
        return MariaDbScript.GRAMMAR;
    }

    @Override
    public RepeatableScript repeatable() {
        return new MariaDbRepeatable();
    }

    /** {@inheritDoc} Without its binary mode the client makes one character of CR and LF, in strings too; comments it leaves out. */
    @Override
    public ScriptClient client() {
        return new ScriptClient("mariadb --binary-mode --comments DATABASE < FILE", null);
    }

    /** {@inheritDoc} Views, routines and new tables keep the character set of the session that made them. */
    @Override
    public List<SqlStatement> sessionStatements() {
        return List.of(SqlStatement.of("SET NAMES utf8mb4"), SqlStatement.of(MariaDbSession.STRICT));
    }

    @Override
    public MigrationSession session(Connection connection) throws SQLException {
        return MariaDbSession.open(connection);
    }

    @Override
    public TransactionControl transactionControl() {
        return MariaDbScript.TRANSACTIONS;
    }

    @Override
    public TableLookup tables(Connection connection) {
        return new MariaDbTables(connection, names, reflector());
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getErrorCode() == NO_SUCH_TABLE;
    }

    @Override
    public @Nullable String hint(SQLException failure) {
        return MariaDbHints.of(failure);
    }

    /**
     * {@inheritDoc} Words of named types become part of their columns; the server has a question mark for every character
     * of a comment beyond U+FFFF.
     */
    @Override
    public Schema representable(Schema desired) {
        return new Schema(
                desired.tables().stream().map(MariaDbDialect::representable).toList(), desired.sequences(), List.of());
    }

    private static Table representable(Table table) {
        return table.withColumns(table.columns().stream()
                        .map(column -> column.comment(comment(column.comment())))
                        .toList())
                .withComment(comment(table.comment()));
    }

    private static @Nullable String comment(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text.replaceAll("[^\\x{0}-\\x{FFFF}]", "?");
    }
}
