package dev.retort.dialect.sqlite;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;

/** Cuts scripts as sqlite3 does. Source: sqlite.org/lang_keywords.html, lang_createtrigger.html. */
public final class SqliteScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR =
            ScriptSplitter.with(ScriptTrait.BACKTICK_NAMES, ScriptTrait.BRACKET_NAMES, ScriptTrait.TRIGGER_BODIES);

    private SqliteScript() {}
}
