package dev.retort.dialect.sqlserver;

import java.util.List;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.Names;
import dev.retort.dialect.PrintedDialect;
import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.ScriptClient;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TransactionControl;
import dev.retort.dialect.Types;

/** SQL Server, from 2016 on; scripts are printed for it and nothing else. */
final class SqlServerDialect implements PrintedDialect {

    static final String NAME = "sqlserver";

    private final SqlServerNames names = new SqlServerNames();
    private final SqlServerTypes types = new SqlServerTypes();
    private final Ddl ddl = new SqlServerDdl(names, types);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String productName() {
        return "SQL Server";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
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
        return ddl;
    }

    @Override
    public ScriptGrammar script() {
        return SqlServerScript.GRAMMAR;
    }

    @Override
    public TransactionControl transactionControl() {
        return SqlServerScript.TRANSACTIONS;
    }

    /**
     * {@inheritDoc} An error at run time takes the whole transaction back, and what indexes on computed columns and on some of
     * the rows ask for holds. Source: Transact-SQL reference, SET XACT_ABORT, CREATE INDEX (Required SET options).
     */
    @Override
    public List<SqlStatement> sessionStatements() {
        return List.of(
                SqlStatement.of("SET XACT_ABORT ON;\nSET NOCOUNT ON"),
                SqlStatement.of("SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, "
                        + "QUOTED_IDENTIFIER ON;\nSET NUMERIC_ROUNDABORT OFF"));
    }

    @Override
    public String beginTransaction() {
        return "BEGIN TRANSACTION";
    }

    /** {@inheritDoc} A syntax error leaves its transaction open. */
    @Override
    public List<SqlStatement> closingStatements() {
        return List.of(SqlStatement.of(SqlServerRepeatable.AWAKE));
    }

    @Override
    public RepeatableScript repeatable() {
        return new SqlServerRepeatable();
    }

    /**
     * {@inheritDoc} Without {@code -x} it takes {@code $(} for a variable; the code page is asked for on Windows, and is no option
     * elsewhere, where UTF-8 is read. Source: sqlcmd utility, Connecting with sqlcmd (Linux and macOS).
     */
    @Override
    public ScriptClient client() {
        return new ScriptClient("sqlcmd -b -I -x -S SERVER -d DATABASE -i FILE (and on Windows -f 65001)", null);
    }
}
