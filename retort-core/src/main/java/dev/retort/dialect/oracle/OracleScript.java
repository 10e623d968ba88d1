package dev.retort.dialect.oracle;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.retort.RetortException;
import dev.retort.dialect.ScriptClient;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.ScriptTrait;
import dev.retort.dialect.TransactionControl;

/** Cuts scripts as SQL*Plus does, and writes what it reads. Source: SQL*Plus User's Guide, Running SQL Commands and PL/SQL Blocks; a slash with nothing before it does nothing. */
public final class OracleScript {

    /** The rules. */
    public static final ScriptGrammar GRAMMAR =
            ScriptSplitter.with(ScriptTrait.CHOSEN_QUOTES, ScriptTrait.SLASH_LINES, ScriptTrait.CLIENT_LINES);

    /** What begins and ends transactions. Source: SQL Language Reference, SET TRANSACTION. */
    static final TransactionControl TRANSACTIONS = TransactionControl.of(GRAMMAR, "SET TRANSACTION");

    /**
     * How SQL*Plus is to read a script: it stops at the first error, leaves ampersands and backslashes alone, lets empty lines
     * and lines that end with a semicolon or are a full stop be part of a statement, and does not wait for more at the end.
     * Source: SQL*Plus User's Guide, SET System Variable Summary, WHENEVER SQLERROR and EXIT.
     */
    static final ScriptClient CLIENT = new ScriptClient(
            "NLS_LANG=.AL32UTF8 sqlplus -S -L USER@DATABASE @FILE",
            null,
            List.of(
                    "WHENEVER OSERROR EXIT FAILURE ROLLBACK",
                    "WHENEVER SQLERROR EXIT FAILURE ROLLBACK",
                    "SET DEFINE OFF",
                    "SET ESCAPE OFF",
                    "SET SQLBLANKLINES ON",
                    "SET SQLTERMINATOR OFF",
                    "SET BLOCKTERMINATOR OFF"),
            List.of("EXIT"),
            false);

    private static final int LONGEST_LINE = 2499;

    private OracleScript() {}

    /**
     * Write statements so that SQL*Plus runs each: a slash on a line of its own behind it, no semicolon but in PL/SQL.
     *
     * @throws RetortException if it would take a line of them for its own
     */
    static String printed(String sql) {
        // A slash behind nothing would run the statement before it once more.
        return GRAMMAR.split(sql, 1).stream()
                .map(statement -> checked(statement.sql()) + "\n/")
                .collect(joining("\n\n"));
    }

    private static String checked(String statement) {
        String[] lines = statement.split("\r?\n", -1);
        for (int number = 0; number < lines.length; number++) {
            String trouble = trouble(lines[number], number == lines.length - 1);
            if (!trouble.isEmpty()) {
                throw new RetortException(
                        "SQL*Plus would misread line %d of a statement, which %s: %s"
                                .formatted(number + 1, trouble, shown(lines[number])),
                        "write the line otherwise; inside text, put pieces together with || and line ends with CHR(10)");
            }
        }
        return statement;
    }

    private static String trouble(String line, boolean isLast) {
        String text = line.strip();
        if (text.equals("/")) {
            return "is a slash";
        }
        if (text.startsWith("@") || text.startsWith("#")) {
            return "begins with " + text.charAt(0);
        }
        // Lines of dashes are comments, as in Oracle's own packages.
        if (text.endsWith("-") && !text.startsWith("--") && !isLast) {
            return "ends with a hyphen";
        }
        int bytes = line.getBytes(StandardCharsets.UTF_8).length;
        return bytes > LONGEST_LINE ? "has %d bytes, more than %d".formatted(bytes, LONGEST_LINE) : "";
    }

    private static String shown(String line) {
        return line.length() > 80 ? line.substring(0, 80) + " ..." : line;
    }
}
