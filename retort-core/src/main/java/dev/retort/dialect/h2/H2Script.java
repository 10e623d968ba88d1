package dev.retort.dialect.h2;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;
import dev.retort.dialect.TransactionControl;

/** Cuts scripts as RunScript does. Source: H2 2.x, org.h2.util.ScriptReader. */
public final class H2Script {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR =
            ScriptSplitter.with(ScriptTrait.DOLLAR_QUOTES, ScriptTrait.NESTED_COMMENTS, ScriptTrait.SLASH_COMMENTS);

    /** What begins and ends transactions. Source: H2 2.x, Commands, Other. */
    static final TransactionControl TRANSACTIONS = TransactionControl.of(GRAMMAR, "BEGIN", "PREPARE COMMIT");

    private H2Script() {}
}
