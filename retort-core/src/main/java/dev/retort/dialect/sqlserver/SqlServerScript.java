package dev.retort.dialect.sqlserver;

import java.util.List;
import java.util.regex.Pattern;

import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TransactionControl;

/** Cuts scripts as sqlcmd does. Source: Transact-SQL reference, GO; a batch is one statement to us. */
public final class SqlServerScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR =
            ScriptSplitter.with(ScriptTrait.BRACKET_NAMES, ScriptTrait.NESTED_COMMENTS, ScriptTrait.GO_LINES);

    /** What a routine's body does to transactions is not done when it is made, and a database throws others out in its own way. */
    static final TransactionControl TRANSACTIONS = TransactionControl.ofBatches(
            GRAMMAR,
            List.of(
                    "COMMIT",
                    "ROLLBACK",
                    "BEGIN TRAN",
                    "BEGIN TRANSACTION",
                    "BEGIN DISTRIBUTED",
                    "SAVE TRAN",
                    "SAVE TRANSACTION",
                    "SET IMPLICIT_TRANSACTIONS"),
            Pattern.compile("(CREATE|ALTER|CREATE OR ALTER) (PROC|PROCEDURE|FUNCTION|TRIGGER)|ALTER DATABASE"));

    private static final Pattern GO_LINE = Pattern.compile("(?im)^[ \\t]*GO\\b");

    /** Source: Transact-SQL reference, BEGIN TRANSACTION and the pages of these statements. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "(CREATE|ALTER|DROP) (DATABASE|FULLTEXT)( (?!SCOPED|AUDIT).*|$)" + "|(BACKUP|RESTORE|RECONFIGURE)( .*)?");

    private SqlServerScript() {}

    /** Cut what somebody wrote as one statement into its batches, each of which knows whether it may be in a transaction. */
    static List<SqlStatement> batches(String sql) {
        List<String> batches = GO_LINE.matcher(sql).find()
                ? GRAMMAR.split(sql, 1).stream()
                        .map(ScriptGrammar.ScriptStatement::sql)
                        .toList()
                : List.of(sql);
        return batches.stream()
                .map(batch -> {
                    boolean outside = OUTSIDE.matcher(String.join(" ", GRAMMAR.words(batch, 3)))
                            .matches();
                    return outside ? SqlStatement.of(batch).outsideTransaction() : SqlStatement.of(batch);
                })
                .toList();
    }
}
