package dev.retort.dialect;

import java.util.List;

import dev.retort.operation.Operation;

/** Turns operations into the statements of one database. */
public interface Ddl {

    /**
     * Spell out an operation. {@code Run} has no statements; it is the runtime's to refuse or to run.
     *
     * @param operation what is to be done
     * @param tables the tables as they are just before the operation, for databases that must know a table to change it
     * @return in order; empty where nothing is to be done here
     * @throws dev.retort.RetortException if this database cannot do it, or cannot without knowing more
     */
    List<SqlStatement> statements(Operation operation, TableLookup tables);

    /**
     * Tell how many of the first operations are done in one go, because each by itself would do the same work again.
     *
     * @param operations what remains of a revision, never empty
     * @return at least 1; if it is more, {@link #together} spells these out
     */
    default int groupSize(List<Operation> operations) {
        return 1;
    }

    /**
     * Spell out operations that {@link #groupSize} put together.
     *
     * @param tables the tables as they are just before the first of them
     * @throws dev.retort.RetortException as for one operation
     */
    default List<SqlStatement> together(List<Operation> operations, TableLookup tables) {
        return operations.stream()
                .flatMap(operation -> statements(operation, tables).stream())
                .toList();
    }

    /** Write a statement for a printed script, with what ends it, so that the product's own client reads it as one. */
    default String terminated(String sql) {
        if (!terminator().equals(";")) {
            return sql + "\n" + terminator();
        }
        String plain = sql.stripTrailing();
        while (plain.endsWith(";")) {
            plain = plain.substring(0, plain.length() - 1).stripTrailing();
        }
        String lastLine = plain.substring(plain.lastIndexOf('\n') + 1);
        // A comment at the end would swallow the semicolon.
        return lastLine.contains("--") || lastLine.contains("#") ? plain + "\n;" : plain + ";";
    }

    /** Give the text that ends a statement in a printed script: {@code ;}, or a batch separator on its own line. */
    default String terminator() {
        return ";";
    }
}
