package dev.retort.render;

import java.util.ArrayList;
import java.util.List;

/** Writes statements as the lines of a SQL revision or script. */
public final class SqlRenderer {

    private SqlRenderer() {}

    /**
     * Write statements with their terminators.
     *
     * @param statements without terminators
     * @param terminator what ends a statement: {@code ;}, or a word that stands on a line of its own
     * @return lines without an end; one that ends in {@code \r} does so in the statement
     */
    public static List<String> statements(List<String> statements, String terminator) {
        var lines = new ArrayList<String>();
        for (String statement : statements) {
            lines.addAll(List.of(statement.strip().split("\n", -1)));
            int last = lines.size() - 1;
            if (terminator.equals(";") && !lines.get(last).contains("--")) {
                lines.set(last, lines.get(last) + ";");
            } else {
                lines.add(terminator);
            }
        }
        return lines;
    }
}
