package dev.retort.dialect.oracle;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.Names;
import dev.retort.dialect.PrintedDialect;
import dev.retort.dialect.ScriptClient;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.TransactionControl;
import dev.retort.dialect.Types;

/** Oracle Database, 12.2 and later, for which scripts are printed; no statement of ours has run on one. */
final class OracleDialect implements PrintedDialect {

    static final String NAME = "oracle";

    private final OracleNames names = new OracleNames();
    private final OracleTypes types = new OracleTypes();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String productName() {
        return "Oracle";
    }

    /** {@inheritDoc} Every DDL statement commits by itself, what was changed before it included. */
    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public boolean distinguishesRestrict() {
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
        return new OracleDdl(names, types);
    }

    @Override
    public ScriptGrammar script() {
        return OracleScript.GRAMMAR;
    }

    @Override
    public TransactionControl transactionControl() {
        return OracleScript.TRANSACTIONS;
    }

    @Override
    public ScriptClient client() {
        return OracleScript.CLIENT;
    }
}
