package dev.retort.dialect.sqlite;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;
import dev.retort.dialect.TransactionControl;

/** Cuts scripts as sqlite3 does. Source: sqlite.org/lang_keywords.html, lang_createtrigger.html. */
public final class SqliteScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR =
            ScriptSplitter.with(ScriptTrait.BACKTICK_NAMES, ScriptTrait.BRACKET_NAMES, ScriptTrait.TRIGGER_BODIES);

    /** What begins and ends transactions. Source: sqlite.org/lang_transaction.html. */
    static final TransactionControl TRANSACTIONS = TransactionControl.of(GRAMMAR, "BEGIN", "END");

    private SqliteScript() {}
}
