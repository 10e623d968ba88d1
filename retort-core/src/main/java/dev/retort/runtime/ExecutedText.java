package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;

/**
 * Cuts the text of an {@code execute(..)} into its statements, as that of a SQL revision: drivers differ in what they make of
 * several statements at once, and one runs the first and drops the others.
 */
final class ExecutedText {

    private static final String TERMINATOR = ";";

    private final Dialect dialect;

    ExecutedText(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Give one operation for each statement. A single statement stays exactly as it is written; any other operation is left
     * alone, as is a text that is not for this product.
     *
     * @param place where the operation was noted down
     * @return nothing for a text that holds no statement
     * @throws RetortException naming the place, if something in the text is never closed or only a client understands it
     */
    List<Operation> statements(Operation operation, String place) {
        String sql = operation instanceof Execute execute ? execute.on(dialect.name()) : null;
        if (sql == null) {
            return List.of(operation);
        }
        List<ScriptStatement> found;
        try {
            found = dialect.script().split(sql, 1);
        } catch (RetortException e) {
            throw new RetortException(
                    "%s: in the text of execute(..): %s".formatted(place, e.getMessage()), e.hint(), e);
        }
        if (found.size() == 1 && isAllOf(sql, found.get(0).sql())) {
            return List.of(operation);
        }
        List<Operation> statements = new ArrayList<>();
        for (ScriptStatement statement : found) {
            statements.add(Execute.of(statement.sql()));
        }
        return statements;
    }

    /** Tell whether the text has nothing that only a client takes for its own, such as {@code DELIMITER}. */
    private boolean isAllOf(String text, String statement) {
        String bare = text.strip();
        return bare.equals(statement)
                || bare.equals(statement + TERMINATOR)
                || words(text).equals(words(statement));
    }

    private List<String> words(String sql) {
        ScriptGrammar grammar = dialect.script();
        List<String> words = new ArrayList<>(grammar.words(sql, Integer.MAX_VALUE));
        while (!words.isEmpty() && words.get(words.size() - 1).equals(TERMINATOR)) {
            words.remove(words.size() - 1);
        }
        return words;
    }
}
