package dev.retort.dialect.mariadb;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;

/** Cuts scripts as mariadb does. Source: MariaDB Knowledge Base, String Literals, Comment Syntax and Delimiters; unlike the client, bodies of routines need no DELIMITER. */
public final class MariaDbScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR = ScriptSplitter.with(
            ScriptTrait.BACKSLASH_ESCAPES,
            ScriptTrait.BACKTICK_NAMES,
            ScriptTrait.HASH_COMMENTS,
            ScriptTrait.SPACED_DASH_COMMENTS,
            ScriptTrait.EXECUTABLE_COMMENTS,
            ScriptTrait.ROUTINE_BODIES,
            ScriptTrait.DELIMITER_LINES);

    private MariaDbScript() {}
}
