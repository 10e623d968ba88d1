package dev.retort.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Folding;
import dev.retort.dialect.Names;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.RunLock;
import dev.retort.dialect.SameDriver;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.TableLookup;
import dev.retort.dialect.TransactionControl;
import dev.retort.dialect.TwinNormalizer;
import dev.retort.dialect.Types;
import dev.retort.schema.Schema;

/** H2, from version 2 (https://h2database.com). */
final class H2Dialect implements Dialect {

    static final String NAME = "h2";
    static final String DRIVER = "org.h2.Driver";

    private static final String MODE =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'MODE'";

    private final H2Names names;
    private final H2Types types;
    private final Ddl ddl;
    private final Reflector reflector;

    /**
     * Describe a database.
     *
     * @param folding what becomes of names without quotes
     * @param ignoresCase whether names that differ only in case are the same
     */
    H2Dialect(Folding folding, boolean ignoresCase) {
        names = new H2Names(folding, ignoresCase);
        types = new H2Types(names);
        ddl = new H2Ddl(names, types);
        reflector = new H2Reflector(names, types);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public boolean constraintsHoldIndexes() {
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
        return new TwinNormalizer(this, this::twin);
    }

    /** A database in memory without a name belongs to its connection alone. */
    private Connection twin(Connection connection) throws SQLException {
        String mode;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(MODE)) {
            mode = row.next() ? ";MODE=" + row.getString(1) : "";
        }
        return SameDriver.connect(connection, DRIVER, "jdbc:h2:mem:" + mode + names.settings());
    }

    @Override
    public RunLock lock() {
        return new H2Lock();
    }

    @Override
    public ScriptGrammar script() {
        return H2Script.GRAMMAR;
    }

    @Override
    public TableLookup tables(Connection connection) {
        return new H2Tables(connection, names, reflector);
    }

    @Override
    public TransactionControl transactionControl() {
        return H2Script.TRANSACTIONS;
    }

    @Override
    public Schema representable(Schema desired) {
        return new H2Representable(names, types).of(desired);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getErrorCode() >= 42102 && failure.getErrorCode() <= 42104;
    }

    @Override
    public @Nullable String hint(SQLException failure) {
        return H2Hints.of(failure);
    }
}
