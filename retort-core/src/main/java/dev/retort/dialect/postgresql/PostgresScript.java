package dev.retort.dialect.postgresql;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;
import dev.retort.dialect.TransactionControl;

/** Cuts scripts as psql does. Source: PostgreSQL manual 18, 4.1 Lexical Structure; psql's own scanner for bodies and brackets. */
public final class PostgresScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR = ScriptSplitter.with(
            ScriptTrait.ESCAPE_STRINGS,
            ScriptTrait.DOLLAR_QUOTES,
            ScriptTrait.NESTED_COMMENTS,
            ScriptTrait.ATOMIC_BODIES,
            ScriptTrait.BRACKETS_HOLD,
            ScriptTrait.BACKSLASH_COMMANDS,
            ScriptTrait.COPY_FROM_STDIN);

    /** What begins and ends transactions. Source: PostgreSQL manual 18, part VI. */
    static final TransactionControl TRANSACTIONS =
            TransactionControl.of(GRAMMAR, "BEGIN", "END", "ABORT", "PREPARE TRANSACTION");

    private PostgresScript() {}
}
