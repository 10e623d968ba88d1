package dev.retort.dialect;

import java.util.List;

/** Cuts a script into statements as the database's own client would. */
public interface ScriptGrammar {

    /**
     * Cut a script.
     *
     * @param script the text
     * @param firstLine the line of the file on which the text begins, from 1
     * @return the statements in order, without terminators, comments in front of them left out
     * @throws UnclosedTextException if a quote, comment or block is never closed, naming the line it began on
     * @throws dev.retort.RetortException if there is something that only the product's own client understands
     */
    List<ScriptStatement> split(String script, int firstLine);

    /**
     * Give the first words of a statement in upper case; symbols are words of their own, strings and quoted names stay as
     * they are written, comments are left out.
     *
     * @param most how many words are wanted
     */
    List<String> words(String statement, int most);

    /**
     * One statement of a script.
     *
     * @param sql the text, without its terminator
     * @param line the line of the file on which it begins, from 1
     */
    record ScriptStatement(String sql, int line) {}
}
