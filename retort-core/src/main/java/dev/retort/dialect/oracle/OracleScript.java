package dev.retort.dialect.oracle;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;

/** Cuts scripts as SQL*Plus does. Source: SQL*Plus User's Guide, Running SQL Commands and PL/SQL Blocks; a slash with nothing before it does nothing. */
public final class OracleScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR = ScriptSplitter.with(ScriptTrait.CHOSEN_QUOTES, ScriptTrait.SLASH_LINES);

    private OracleScript() {}
}
