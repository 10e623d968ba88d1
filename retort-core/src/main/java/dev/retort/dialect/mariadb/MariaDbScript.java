package dev.retort.dialect.mariadb;

import java.util.List;
import java.util.Set;

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

    /** What begins and ends transactions. Source: MariaDB Knowledge Base, Transactions and LOCK TABLES, which commits, and USE. */
    static final TransactionControl TRANSACTIONS = TransactionControl.of(
                    GRAMMAR, "BEGIN", "XA", "LOCK TABLE", "LOCK TABLES", "UNLOCK TABLE", "UNLOCK TABLES")
            .except("BEGIN NOT ATOMIC")
            .andOtherDatabases();

    private static final ScriptGrammar WITHOUT_BODIES = ScriptSplitter.with(
            ScriptTrait.BACKSLASH_ESCAPES,
            ScriptTrait.BACKTICK_NAMES,
            ScriptTrait.HASH_COMMENTS,
            ScriptTrait.SPACED_DASH_COMMENTS,
            ScriptTrait.EXECUTABLE_COMMENTS);

    private static final Set<String> PREPARED = Set.of("PREPARE", "EXECUTE", "DEALLOCATE");

    private MariaDbScript() {}

    /**
     * Tell whether the client may take {@code sql} for several statements unless it is told what ends it; to the client, what
     * stands in an executable comment stands in none.
     */
    static boolean needsDelimiter(String sql) {
        return sql.indexOf(';') >= 0
                && (sql.contains("/*!")
                        || sql.contains("/*M!")
                        || WITHOUT_BODIES.split(sql, 1).size() > 1);
    }

    /** Tell whether {@code sql} prepares a statement, or executes or forgets one, which none that is prepared can do. */
    static boolean usesPrepared(String sql) {
        List<String> words = GRAMMAR.words(sql, 2);
        return !words.isEmpty() && (PREPARED.contains(words.get(0)) || words.equals(List.of("DROP", "PREPARE")));
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
