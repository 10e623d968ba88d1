package dev.retort.dialect.sqlserver;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;

/** Cuts scripts as sqlcmd does. Source: Transact-SQL reference, GO; a batch is one statement to us. */
public final class SqlServerScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR =
            ScriptSplitter.with(ScriptTrait.BRACKET_NAMES, ScriptTrait.NESTED_COMMENTS, ScriptTrait.GO_LINES);

    private SqlServerScript() {}
}
