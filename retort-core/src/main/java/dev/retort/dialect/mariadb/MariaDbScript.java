package dev.retort.dialect.mariadb;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;
import dev.retort.dialect.TransactionControl;

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

    /** What begins and ends transactions. Source: MariaDB Knowledge Base, Transactions and LOCK TABLES, which commits. */
    static final TransactionControl TRANSACTIONS = TransactionControl.of(
                    GRAMMAR, "BEGIN", "XA", "LOCK TABLE", "LOCK TABLES", "UNLOCK TABLE", "UNLOCK TABLES")
            .except("BEGIN NOT ATOMIC");

    private static final ScriptGrammar WITHOUT_BODIES = ScriptSplitter.with(
            ScriptTrait.BACKSLASH_ESCAPES,
            ScriptTrait.BACKTICK_NAMES,
            ScriptTrait.HASH_COMMENTS,
            ScriptTrait.SPACED_DASH_COMMENTS,
            ScriptTrait.EXECUTABLE_COMMENTS);

    private MariaDbScript() {}

    /** Tell whether the client would take {@code sql} for several statements unless it is told what ends it. */
    static boolean needsDelimiter(String sql) {
        return sql.indexOf(';') >= 0 && WITHOUT_BODIES.split(sql, 1).size() > 1;
    }

    /** Write {@code sql} so that the client takes it for one statement. */
    static String delimited(String sql) {
        String delimiter = "//";
        while (sql.contains(delimiter)) {
            delimiter = "/" + delimiter + "1";
        }
        return "DELIMITER %s\n%s\n%s\nDELIMITER ;".formatted(delimiter, sql.strip(), delimiter);
    }
}
