package dev.retort.render;

import java.util.ArrayList;
import java.util.List;

/** Writes statements as the sections of a SQL revision. */
public final class SqlRenderer {

    private SqlRenderer() {}

    /**
     * Write both directions of a revision.
     *
     * @param upgrade statements without terminators
     * @param downgrade statements without terminators
     * @param terminator what ends a statement: {@code ;}, or a word that stands on a line of its own
     * @return lines without an end, from {@code -- upgrade} on
     */
    public static List<String> render(List<String> upgrade, List<String> downgrade, String terminator) {
        var lines = new ArrayList<String>();
        section(lines, "-- upgrade", upgrade, terminator);
        lines.add("");
        section(lines, "-- downgrade", downgrade, terminator);
        return lines;
    }

    /** Write statements with their terminators, as lines without an end. */
    public static List<String> statements(List<String> statements, String terminator) {
        var lines = new ArrayList<String>();
        write(lines, statements, terminator);
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> statements, String terminator) {
        lines.add(title);
        write(lines, statements, terminator);
    }

    private static void write(List<String> lines, List<String> statements, String terminator) {
        for (String statement : statements) {
            statement.strip().lines().forEach(lines::add);
            int last = lines.size() - 1;
            if (terminator.equals(";") && !lines.get(last).contains("--")) {
                lines.set(last, lines.get(last) + ";");
            } else {
                lines.add(terminator);
            }
        }
    }
}
